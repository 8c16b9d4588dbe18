package io.millrace.job.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What happened in a small shop over some days. */
record Shop(List<Event> events, List<Click> clicks, List<Order> orders, List<Product> products) {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 1);
    static final int DAYS = 40;

    record Event(
            Instant at,
            String type,
            @Nullable String app,
            @Nullable String userId,
            String device,
            @Nullable Double value) {
        String user() {
            return userId == null ? device : userId;
        }

        LocalDate day() {
            return Shop.day(at);
        }
    }

    record Click(Instant at, String session, String user, int place) {
        LocalDate day() {
            return Shop.day(at);
        }
    }

    record Order(Instant at, String transaction, String customer, String product, BigDecimal usd, String step) {
        LocalDate day() {
            return Shop.day(at);
        }
    }

    record Product(String id, String category) {}

    static Shop of(Random random) {
        List<Event> events = new ArrayList<>();
        for (int event = 0; event < 150; event++) {
            int user = random.nextInt(12);
            events.add(new Event(
                    moment(random, user),
                    pick(random, "click", "view", "purchase"),
                    random.nextInt(4) == 0 ? null : pick(random, "web", "mobile"),
                    random.nextInt(4) == 0 ? null : "u" + user,
                    "d" + user,
                    random.nextInt(3) == 0 ? null : random.nextDouble() * 100));
        }
        List<Click> clicks = new ArrayList<>();
        for (int click = 0; click < 60; click++) {
            int session = random.nextInt(30);
            Instant start = moment(new Random(session), session % 12);
            clicks.add(new Click(start.plusMillis(random.nextInt(900_000)), "s" + session, "u" + session % 12, click));
        }
        List<Order> orders = new ArrayList<>();
        for (int order = 0; order < 60; order++) {
            int user = random.nextInt(12);
            orders.add(new Order(
                    moment(random, user),
                    "t" + random.nextInt(40),
                    "u" + user,
                    "p" + random.nextInt(6),
                    BigDecimal.valueOf(random.nextInt(500_000), 2).setScale(4, RoundingMode.UNNECESSARY),
                    random.nextInt(4) == 0 ? "order_placed" : "order_completed"));
        }
        List<Product> products = new ArrayList<>();
        for (int product = 0; product < 5; product++) {
            products.add(new Product("p" + product, pick(random, "kitchen", "garden")));
        }
        return new Shop(events, clicks, orders, products);
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Each user has a rhythm of their own, and is there since a day of their own. */
    private static Instant moment(Random random, int user) {
        int step = 1 + user % 5;
        int day = Math.min(DAYS - 1, user * 2 + step * random.nextInt(DAYS / step));
        return FIRST_DAY.plusDays(day).atStartOfDay().toInstant(ZoneOffset.UTC).plusMillis(random.nextInt(86_400_000));
    }

    private static String pick(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
