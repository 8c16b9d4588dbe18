package io.millrace.contract;

import java.time.Duration;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads {@code slaProperties}: {@code latency} (of the silver table) and {@code retention} (of each table). */
final class ServiceLevelReader {
    private ServiceLevelReader() {}

    static ServiceLevel read(Node contract, Set<String> tables) {
        Duration freshness = Duration.ZERO;
        Map<String, Period> retention = new LinkedHashMap<>();
        for (Node item : contract.items("slaProperties")) {
            String property = item.text("property", "name the promise, as latency or retention");
            switch (property) {
                case "latency" -> freshness = latency(item);
                case "retention" -> retention.put(table(item, tables), period(item));
                default -> {} // a promise that nothing here enforces
            }
        }
        if (freshness.isZero()) {
            contract.problem("slaProperties has no latency: promise one, as {property: latency, value: 1, unit: h}");
        }
        for (String table : tables) {
            if (!retention.containsKey(table)) {
                contract.problem("slaProperties has no retention for element '" + table
                        + "': say how long it is kept, as {property: retention, value: 2, unit: y, element: " + table
                        + "}");
            }
        }
        return new ServiceLevel(freshness, retention);
    }

    private static String table(Node item, Set<String> tables) {
        String table = item.text("element", "name the table");
        if (!tables.contains(table)) {
            item.problem(
                    "element '" + table + "' is not a table of this contract: use one of " + String.join(", ", tables));
        }
        return table;
    }

    private static Duration latency(Node item) {
        int value = item.find("value").map(Node::count).orElse(0);
        String unit = item.text("unit", "use s, min, h or d");
        return switch (unit) {
            case "s" -> Duration.ofSeconds(value);
            case "min" -> Duration.ofMinutes(value);
            case "h" -> Duration.ofHours(value);
            case "d" -> Duration.ofDays(value);
            default -> {
                item.problem("unit '" + unit + "' is not known: use s, min, h or d");
                yield Duration.ofHours(1);
            }
        };
    }

    private static Period period(Node item) {
        int value = item.find("value").map(Node::count).orElse(0);
        String unit = item.text("unit", "use d, m or y");
        return switch (unit) {
            case "d" -> Period.ofDays(value);
            case "m" -> Period.ofMonths(value);
            case "y" -> Period.ofYears(value);
            default -> {
                item.problem("unit '" + unit + "' is not known: use d, m or y");
                yield Period.ZERO;
            }
        };
    }
}
