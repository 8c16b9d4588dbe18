package io.millrace.job.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The gold tables in plain Java, from the formulas and from what happened, as sorted lines of text. */
record PlainGold(Shop shop, LocalDate asOf) {

    List<String> eventMetrics() {
        return shop.events().stream()
                .collect(groupingBy(event ->
                        line(event.day(), event.at().atZone(ZoneOffset.UTC).getHour(), event.type(), event.app())))
                .entrySet()
                .stream()
                .map(group -> {
                    List<Shop.Event> events = group.getValue();
                    List<Double> values = events.stream()
                            .map(Shop.Event::value)
                            .filter(Objects::nonNull)
                            .sorted()
                            .toList();
                    double sum = values.stream().reduce(0D, Double::sum);
                    boolean none = values.isEmpty();
                    return line(
                            group.getKey(),
                            events.size(),
                            events.stream().map(Shop.Event::user).distinct().count(),
                            none ? null : values.get(0),
                            none ? null : values.get(values.size() - 1),
                            none ? null : sum / values.size(),
                            none ? null : sum);
                })
                .sorted()
                .toList();
    }

    List<String> userActivity() {
        return shop.events().stream()
                .filter(event -> event.day().isAfter(asOf.minusDays(30)))
                .collect(groupingBy(event -> line(event.user(), event.day())))
                .entrySet()
                .stream()
                .map(group -> {
                    List<Instant> times = group.getValue().stream()
                            .map(Shop.Event::at)
                            .sorted()
                            .toList();
                    return line(
                            group.getKey(),
                            times.size(),
                            group.getValue().stream()
                                    .map(Shop.Event::type)
                                    .distinct()
                                    .count(),
                            times.get(0),
                            times.get(times.size() - 1));
                })
                .sorted()
                .toList();
    }

    List<String> summary() {
        Map<String, TreeSet<LocalDate>> active = activeDays();
        Map<String, List<Shop.Click>> sessions = shop.clicks().stream().collect(groupingBy(Shop.Click::session));
        Set<LocalDate> days = new TreeSet<>();
        active.values().forEach(days::addAll);
        sessions.values().forEach(clicks -> days.add(start(clicks)));
        completed().forEach(order -> days.add(order.day()));
        return days.stream()
                .map(day -> {
                    long events = shop.events().stream()
                            .filter(event -> event.day().equals(day))
                            .count();
                    List<String> users = active.keySet().stream()
                            .filter(user ->
                                    Objects.requireNonNull(active.get(user)).contains(day))
                            .toList();
                    List<TreeSet<LocalDate>> newcomers = active.values().stream()
                            .filter(user -> user.first().equals(day))
                            .toList();
                    List<List<Shop.Click>> visits = sessions.values().stream()
                            .filter(clicks -> start(clicks).equals(day))
                            .toList();
                    long micros = visits.stream()
                            .mapToLong(clicks ->
                                    times(clicks).first().until(times(clicks).last(), ChronoUnit.MICROS))
                            .sum();
                    BigDecimal revenue = sum(
                            completed().filter(order -> order.day().equals(day)).toList());
                    int returning = users.size() - newcomers.size();
                    return line(
                            day,
                            events,
                            users.size(),
                            newcomers.size(),
                            returning,
                            ratio(100D * returning, users.size()),
                            visits.size(),
                            ratio(
                                    (double) visits.stream()
                                            .filter(clicks -> clicks.size() == 1)
                                            .count(),
                                    visits.size()),
                            ratio(micros / 1_000_000D, visits.size()),
                            retention(newcomers, day.plusDays(1)),
                            retention(newcomers, day.plusDays(7)),
                            retention(newcomers, day.plusDays(30)),
                            revenue);
                })
                .sorted()
                .toList();
    }

    List<String> sales() {
        Map<String, String> categories =
                shop.products().stream().collect(Collectors.toMap(Shop.Product::id, Shop.Product::category));
        return completed()
                .collect(groupingBy(order -> line(order.day(), categories.getOrDefault(order.product(), "unknown"))))
                .entrySet()
                .stream()
                .map(group -> {
                    BigDecimal revenue = sum(group.getValue());
                    long transactions = group.getValue().stream()
                            .map(Shop.Order::transaction)
                            .distinct()
                            .count();
                    return line(
                            group.getKey(),
                            transactions,
                            revenue,
                            revenue.divide(BigDecimal.valueOf(transactions), 4, RoundingMode.HALF_UP),
                            group.getValue().stream()
                                    .map(Shop.Order::customer)
                                    .distinct()
                                    .count());
                })
                .sorted()
                .toList();
    }

    /** User, segment, churn level and action; scores rounded to six digits. */
    List<String> segments() {
        List<String> lines = new ArrayList<>();
        activeDays().forEach((user, all) -> {
            TreeSet<LocalDate> days = new TreeSet<>(all.headSet(asOf, true));
            if (days.isEmpty()) {
                return;
            }
            long r = days.last().until(asOf, ChronoUnit.DAYS);
            long f = shop.events().stream()
                    .filter(event -> event.user().equals(user) && within(event.day(), 30))
                    .count();
            long s = shop.clicks().stream().collect(groupingBy(Shop.Click::session)).values().stream()
                    .filter(clicks -> clicks.get(0).user().equals(user) && within(start(clicks), 30))
                    .count();
            double m = sum(completed()
                            .filter(order -> order.customer().equals(user) && within(order.day(), 90))
                            .toList())
                    .doubleValue();
            double g = days.size() == 1
                    ? 0
                    : (double) days.first().until(days.last(), ChronoUnit.DAYS) / (days.size() - 1);
            double score = 40 * Math.min(1, f / 100D) + 30 * Math.min(1, s / 20D) + 30 * Math.max(0, 1 - r / 30D);
            double risk = Math.min(1, r / (3 * Math.max(1, g)));
            String segment =
                    r > 30 ? "Inactive" : score >= 75 || m >= 1000 ? "VIP" : score >= 40 ? "Active" : "Regular";
            String level = risk >= 0.7 ? "high" : risk >= 0.4 ? "medium" : "low";
            boolean high = level.equals("high");
            String action = switch (segment) {
                case "VIP" -> high ? "personal outreach" : "early access";
                case "Active" -> high ? "win-back offer" : "cross-sell";
                case "Regular" -> "onboarding tips";
                default -> "reactivation campaign";
            };
            lines.add(line(user, asOf, segment, round(score), round(risk), level, action));
        });
        return lines.stream().sorted().toList();
    }

    private boolean within(LocalDate day, int days) {
        return day.isAfter(asOf.minusDays(days)) && !day.isAfter(asOf);
    }

    private Map<String, TreeSet<LocalDate>> activeDays() {
        return shop.events().stream()
                .collect(groupingBy(
                        Shop.Event::user, TreeMap::new, mapping(Shop.Event::day, toCollection(TreeSet::new))));
    }

    private Stream<Shop.Order> completed() {
        return shop.orders().stream().filter(order -> order.step().equals("order_completed"));
    }

    private static TreeSet<Instant> times(List<Shop.Click> clicks) {
        return clicks.stream().map(Shop.Click::at).collect(toCollection(TreeSet::new));
    }

    private static LocalDate start(List<Shop.Click> clicks) {
        return Shop.day(times(clicks).first());
    }

    private static BigDecimal sum(List<Shop.Order> orders) {
        return orders.stream().map(Shop.Order::usd).reduce(BigDecimal.ZERO.setScale(4), BigDecimal::add);
    }

    private static @Nullable Double retention(List<TreeSet<LocalDate>> newcomers, LocalDate later) {
        return ratio(
                (double) newcomers.stream().filter(days -> days.contains(later)).count(), newcomers.size());
    }

    private static @Nullable Double ratio(double part, long whole) {
        return whole == 0 ? null : part / whole;
    }

    private static double round(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).doubleValue();
    }

    private static String line(@Nullable Object... values) {
        return Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(" | "));
    }
}
