package io.millrace.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.simulate.SimulatedEvent.Kind;
import io.millrace.simulate.source.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All sources tell of one shop, also when events are repeated, late and broken on their way. */
class CoherenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, List<JsonNode>> TOLD = new HashMap<>();

    @BeforeAll
    static void listen() throws IOException {
        TrafficPlan plan = new TrafficPlan(
                Sources.names(),
                40_000,
                800,
                100,
                11,
                Instant.parse("2026-03-01T12:00:00Z"),
                Duration.ZERO,
                new Faults(0.02, 0.05, 0.02, 0));
        for (Traffic traffic = new Traffic(plan); traffic.hasNext(); ) {
            SimulatedEvent event = traffic.next();
            if (event.kind() != Kind.INVALID && event.kind() != Kind.DUPLICATE) {
                TOLD.computeIfAbsent(event.dataset(), dataset -> new ArrayList<>())
                        .add(JSON.readTree(event.json()));
            }
        }
    }

    @Test
    void everyOrderIsByAUserWhoIsKnownAndClickedAndBought() {
        Set<String> users = texts("users", event -> true, "/user_id");
        Set<String> clicked =
                texts("clickstream", event -> text(event, "/action").equals("purchase"), "/user_id");
        Map<String, JsonNode> purchases = new HashMap<>();
        told("app_events", event -> text(event, "/event_type").equals("purchase"))
                .forEach(event -> purchases.put(text(event, "/properties/order_id"), event));
        List<JsonNode> placed =
                told("orders", event -> text(event, "/event_type").equals("order_placed"));

        assertThat(placed).hasSizeGreaterThan(200);
        for (JsonNode line : placed) {
            String customer = text(line, "/customer_id");
            assertThat(users).contains(customer);
            assertThat(clicked).contains(customer);
            assertThat(purchases).containsKey(text(line, "/order_id"));
            assertThat(text(purchases.get(text(line, "/order_id")), "/user_id")).isEqualTo(customer);
        }
    }

    @Test
    void theDatabaseHoldsEveryOrderWithTheSumOfItsLines() {
        Map<String, BigDecimal> totals = new TreeMap<>();
        told("orders", event -> text(event, "/event_type").equals("order_placed"))
                .forEach(line -> totals.merge(
                        text(line, "/order_id") + " " + text(line, "/currency"),
                        line.get("amount").decimalValue().setScale(2),
                        BigDecimal::add));
        Map<String, BigDecimal> inserted = new TreeMap<>();
        changes("orders", "c")
                .forEach(change -> inserted.put(
                        text(change, "/value/after/order_id") + " " + text(change, "/value/after/currency"),
                        new BigDecimal(text(change, "/value/after/total")).setScale(2)));

        assertThat(inserted).containsAllEntriesOf(totals);
    }

    @Test
    void theDatabaseKnowsEveryUserAndEveryProductBeforeTheyPlayAPart() {
        Set<String> customers = changes("customers", "r").stream()
                .map(change -> text(change, "/value/after/customer_id"))
                .collect(Collectors.toCollection(HashSet::new));
        changes("customers", "c").forEach(change -> customers.add(text(change, "/value/after/customer_id")));
        Set<String> products = changes("products", "r").stream()
                .map(change -> text(change, "/value/after/product_id"))
                .collect(Collectors.toSet());

        assertThat(customers).containsAll(texts("users", event -> true, "/user_id"));
        assertThat(products).containsAll(texts("orders", event -> true, "/product_id"));
    }

    @Test
    void anOrderIsPlacedBeforeItIsPaidAndPaidBeforeItIsShippedAndDelivered() {
        List<String> way = List.of("order_placed", "order_completed", "order_shipped", "order_delivered");
        Map<String, Integer> come = new HashMap<>();
        for (JsonNode line : TOLD.get("orders")) {
            int next = way.indexOf(text(line, "/event_type"));
            if (next >= 0) {
                Integer before = come.put(text(line, "/transaction_id"), next);
                assertThat(before == null ? -1 : before).as(line.toString()).isEqualTo(next - 1);
            }
        }
        assertThat(come.values()).contains(0, 1, 2, 3);
    }

    @Test
    void theConnectorBeginsAndEndsTransactionsAndLeavesTombstonesAndHeartbeats() {
        List<JsonNode> told = TOLD.get("cdc_changes");
        assertThat(told.stream()
                        .filter(message -> text(message, "/value/status").equals("BEGIN")))
                .hasSameSizeAs(told.stream()
                        .filter(message -> text(message, "/value/status").equals("END"))
                        .toList());
        assertThat(told.stream().filter(message -> message.get("value").isNull()))
                .hasSameSizeAs(changes("orders", "d"))
                .isNotEmpty();
        assertThat(told.stream().filter(message -> text(message, "/topic").startsWith("__debezium-heartbeat")))
                .isNotEmpty();
        assertThat(told.stream()
                        .map(message -> message.at("/value/source/lsn").asLong())
                        .filter(lsn -> lsn > 0))
                .isSorted();
    }

    @Test
    void sessionsAreTheSameInTheAppsAndTheClickstream() {
        Set<String> ofApps = texts("app_events", event -> true, "/session_id");

        assertThat(texts("clickstream", event -> true, "/session_id")).containsAll(ofApps);
        assertThat(ofApps).hasSizeGreaterThan(1_000);
    }

    @Test
    void peopleDropOffAlongTheFunnelAndSomeComeBack() {
        Map<String, Long> pages = TOLD.get("clickstream").stream()
                .collect(Collectors.groupingBy(event -> text(event, "/page"), Collectors.counting()));
        List<Long> funnel =
                List.of(pages.get("/product"), pages.get("/cart"), pages.get("/checkout"), pages.get("/confirmation"));
        Map<String, Long> visits = TOLD.get("clickstream").stream()
                .collect(Collectors.groupingBy(
                        event -> text(event, "/anonymous_id"),
                        Collectors.mapping(
                                event -> text(event, "/session_id"),
                                Collectors.collectingAndThen(Collectors.toSet(), set -> (long) set.size()))));

        assertThat(funnel).isSortedAccordingTo((a, b) -> Long.compare(b, a)).doesNotHaveDuplicates();
        assertThat(visits.values()).contains(1L, 2L, 3L);
    }

    @Test
    void aFewProductsAndAFewSessionsAreFarAboveTheOthers() {
        List<Long> seen = counts("/properties/product/product_id");
        List<Long> sessions = counts("/session_id");

        assertThat(seen.subList(0, seen.size() / 10).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isGreaterThan(3 * seen.stream().mapToLong(Long::longValue).sum() / 10);
        assertThat(sessions.get(0)).isGreaterThan(6 * sessions.get(sessions.size() / 2));
    }

    /** How often each value is there, the most frequent first. */
    private static List<Long> counts(String pointer) {
        return TOLD.get("clickstream").stream()
                .filter(event -> event.at(pointer).isTextual())
                .collect(Collectors.groupingBy(event -> text(event, pointer), Collectors.counting()))
                .values()
                .stream()
                .sorted((a, b) -> Long.compare(b, a))
                .toList();
    }

    private static List<JsonNode> changes(String table, String op) {
        return told(
                "cdc_changes",
                message -> text(message, "/value/source/table").equals(table)
                        && text(message, "/value/op").equals(op));
    }

    private static List<JsonNode> told(String dataset, Predicate<JsonNode> which) {
        return TOLD.getOrDefault(dataset, List.of()).stream().filter(which).toList();
    }

    private static Set<String> texts(String dataset, Predicate<JsonNode> which, String pointer) {
        return told(dataset, which).stream().map(event -> text(event, pointer)).collect(Collectors.toSet());
    }

    private static String text(JsonNode event, String pointer) {
        return event.at(pointer).asText("");
    }
}
