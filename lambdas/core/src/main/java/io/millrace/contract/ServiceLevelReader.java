package io.millrace.contract;

import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code slaProperties}: {@code latency}, and {@code retention} with the driver {@code regulatory} (bytes as
 * received) and {@code analytics} (typed rows).
 */
final class ServiceLevelReader {
    private ServiceLevelReader() {}

    static ServiceLevel read(Node contract) {
        Duration freshness = null;
        Period raw = null;
        Period typed = null;
        for (Node item : contract.items("slaProperties")) {
            String property = item.text("property", "name the promise, as latency or retention");
            if (property.equals("latency")) {
                freshness = latency(item);
            } else if (property.equals("retention")) {
                String driver = item.text("driver", "use regulatory (bytes as received) or analytics (typed rows)");
                switch (driver) {
                    case "regulatory" -> raw = period(item);
                    case "analytics" -> typed = period(item);
                    default -> item.problem("driver '" + driver + "' is not known: use regulatory or analytics");
                }
            }
        }
        return new ServiceLevel(
                present(freshness, Duration.ZERO, contract, "latency: add {property: latency, value: 1, unit: h}"),
                present(
                        raw,
                        Period.ZERO,
                        contract,
                        "retention of driver regulatory: add {property: retention, value: 7, unit: y,"
                                + " driver: regulatory}"),
                present(
                        typed,
                        Period.ZERO,
                        contract,
                        "retention of driver analytics: add {property: retention, value: 2, unit: y,"
                                + " driver: analytics}"));
    }

    private static <T> T present(@Nullable T value, T standIn, Node contract, String missing) {
        if (value == null) {
            contract.problem("slaProperties has no " + missing);
            return standIn;
        }
        return value;
    }

    static Duration latency(Node item) {
        int value = item.count("value");
        String unit = item.text("unit", "use s, min, h or d");
        return switch (unit) {
            case "s" -> Duration.ofSeconds(value);
            case "min" -> Duration.ofMinutes(value);
            case "h" -> Duration.ofHours(value);
            case "d" -> Duration.ofDays(value);
            default -> {
                item.problem("unit '" + unit + "' is not known: use s, min, h or d");
                yield Duration.ZERO;
            }
        };
    }

    private static Period period(Node item) {
        int value = item.count("value");
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
