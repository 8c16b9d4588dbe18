package io.millrace.cdc;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a value of one of Kafka Connect's or Debezium's logical types is written as text. Types that are text already
 * (ZonedTimestamp, Uuid, Json, Enum, IsoDate, …) and those that are plain numbers (Year, MicroDuration) are not here: they
 * stay as they are.
 *
 * @param wanted what the value must be, for a message
 */
record LogicalType(String wanted, Decoder decoder) {
    /** Struct of scale and value, for a NUMERIC without a scale of its own. */
    static final String VARIABLE_SCALE_DECIMAL = "io.debezium.data.VariableScaleDecimal";

    /** Bound on a decimal's digits, as for numbers in events. */
    private static final int MAX_DIGITS = 1000;

    private static final Pattern SCALE = Pattern.compile("-?\\d{1,4}");
    private static final Map<String, LogicalType> BY_NAME = Map.ofEntries(
            Map.entry("org.apache.kafka.connect.data.Decimal", new LogicalType(decimalWanted(), LogicalType::decimal)),
            days("org.apache.kafka.connect.data.Date"),
            days("io.debezium.time.Date"),
            time("org.apache.kafka.connect.data.Time", "milliseconds", 1_000),
            time("io.debezium.time.Time", "milliseconds", 1_000),
            time("io.debezium.time.MicroTime", "microseconds", 1_000_000),
            time("io.debezium.time.NanoTime", "nanoseconds", 1_000_000_000),
            timestamp("org.apache.kafka.connect.data.Timestamp", "milliseconds", 1_000),
            timestamp("io.debezium.time.Timestamp", "milliseconds", 1_000),
            timestamp("io.debezium.time.MicroTimestamp", "microseconds", 1_000_000),
            timestamp("io.debezium.time.NanoTimestamp", "nanoseconds", 1_000_000_000));

    /** Text of a scalar, or null when it is no value of the type. */
    @FunctionalInterface
    interface Decoder {
        @Nullable
        String decode(ConnectSchema schema, JsonToken token, String text);
    }

    /** The type of that name, if its values need decoding. */
    static @Nullable LogicalType find(@Nullable String name) {
        return name == null ? null : BY_NAME.get(name);
    }

    /** The scale that a text names, or null. */
    static @Nullable Integer scale(String text) {
        if (!SCALE.matcher(text).matches()) {
            return null;
        }
        int scale = Integer.parseInt(text);
        return Math.abs(scale) <= MAX_DIGITS ? scale : null;
    }

    /** Plain text of an unscaled value as base64 of its big-endian bytes; null when it is none or too long. */
    static @Nullable String decimal(String base64, int scale) {
        try {
            byte[] unscaled = Base64.getDecoder().decode(base64);
            return unscaled.length == 0 || unscaled.length > MAX_DIGITS / 3
                    ? null
                    : new BigDecimal(new BigInteger(unscaled), scale).toPlainString();
        } catch (IllegalArgumentException e) {
            return null; // the answer: it is no base64
        }
    }

    static String decimalWanted() {
        return "must be the base64 of a decimal, with a scale, of at most " + MAX_DIGITS / 3 + " bytes";
    }

    private static @Nullable String decimal(ConnectSchema schema, JsonToken token, String text) {
        Integer scale = schema.scale();
        return scale == null || token != JsonToken.VALUE_STRING ? null : decimal(text, scale);
    }

    private static Map.Entry<String, LogicalType> days(String name) {
        return whole(name, "must be a whole number of days", EpochText::date);
    }

    private static Map.Entry<String, LogicalType> time(String name, String unit, long perSecond) {
        return whole(name, "must be a whole number of " + unit, value -> EpochText.time(value, perSecond));
    }

    private static Map.Entry<String, LogicalType> timestamp(String name, String unit, long perSecond) {
        return whole(name, "must be a whole number of " + unit, value -> EpochText.timestamp(value, perSecond));
    }

    private static Map.Entry<String, LogicalType> whole(
            String name, String wanted, LongFunction<@Nullable String> show) {
        return Map.entry(name, new LogicalType(wanted, (schema, token, text) -> {
            if (token != JsonToken.VALUE_NUMBER_INT) {
                return null;
            }
            try {
                return show.apply(Long.parseLong(text));
            } catch (NumberFormatException e) {
                return null; // the answer: it does not fit 64 bits
            }
        }));
    }
}
