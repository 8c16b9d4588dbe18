package io.millrace.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.contract.Column;
import io.millrace.contract.ColumnType;
import io.millrace.contract.Field;
import io.millrace.contract.Normalization;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value that a parser stands on as a field's type: the column's Java value, null for no value (null, or a
 * text that is empty once normalised), or a {@link Violation}. Nothing is converted between JSON types, except that a
 * timestamp may be text or epoch milliseconds, and a decimal may be text, which many senders need to write it exactly.
 */
final class Values {
    private static final Pattern DECIMAL_TEXT = Pattern.compile("-?\\d{1,60}(\\.\\d{1,60})?");

    private final byte[] json;
    private final int offset;

    Values(byte[] json, int offset) {
        this.json = json;
        this.offset = offset;
    }

    @Nullable
    Object read(Field field, JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (field.jsonType()) {
            case STRING ->
                token == JsonToken.VALUE_STRING ? text(field, parser.getText()) : mismatch("a string", parser);
            case BOOLEAN -> token.isBoolean() ? parser.getBooleanValue() : mismatch("true or false", parser);
            case INTEGER ->
                token == JsonToken.VALUE_NUMBER_INT
                        ? integer(field.type(), parser)
                        : mismatch("a number without fraction or exponent", parser);
            case NUMBER -> field.type() == ColumnType.DECIMAL ? decimal(field, parser) : number(parser);
            case TIMESTAMP -> timestamp(field.normalize(), parser);
            case DATE -> date(parser);
            case OBJECT -> token == JsonToken.START_OBJECT ? slice(parser) : mismatch("an object", parser);
        };
    }

    /** A text as its field wants it: null where nothing is left of it, or a {@link Violation}. */
    static @Nullable Object text(Field field, String text) {
        if (Utf8.hasLoneSurrogate(text)) {
            return new Violation(Rules.TYPE, "must be Unicode text, holds half of a surrogate pair");
        }
        String normal = normal(field.normalize(), text);
        return normal.isEmpty() ? null : normal;
    }

    private static String normal(List<Normalization> steps, String text) {
        String normal = text;
        for (Normalization step : steps) {
            normal = step.apply(normal);
        }
        return normal;
    }

    private static Object integer(ColumnType type, JsonParser parser) throws IOException {
        JsonParser.NumberType size = parser.getNumberType();
        if (type == ColumnType.INT) {
            return size == JsonParser.NumberType.INT
                    ? (Object) parser.getIntValue()
                    : new Violation(Rules.RANGE, "must fit 32 bits");
        }
        return size == JsonParser.NumberType.BIG_INTEGER
                ? new Violation(Rules.RANGE, "must fit 64 bits")
                : (Object) parser.getLongValue();
    }

    private static Object number(JsonParser parser) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            return mismatch("a number", parser);
        }
        double number = parser.getDoubleValue();
        return Double.isFinite(number) ? (Object) number : new Violation(Rules.RANGE, "must fit a 64-bit float");
    }

    private static Object decimal(Field field, JsonParser parser) throws IOException {
        boolean isNumber = parser.currentToken().isNumeric()
                || (parser.currentToken() == JsonToken.VALUE_STRING
                        && DECIMAL_TEXT.matcher(parser.getText()).matches());
        return isNumber ? decimal(field, parser.getText()) : mismatch("a number, or a string that holds one", parser);
    }

    /** A number, written as JSON writes it, as its field wants it, or a {@link Violation}. */
    static Object decimal(Field field, String text) {
        Column column = field.column();
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return misfit(column); // an exponent of more digits than BigDecimal takes
        }
        // Digits are compared before any are written out: 1e999999999 has only two of them here.
        if (number.signum() == 0) {
            return BigDecimal.ZERO.setScale(column.scale());
        }
        int wholeDigits = column.precision() - column.scale();
        if ((long) number.precision() - number.scale() > wholeDigits) {
            return misfit(column);
        }
        if (field.normalize().contains(Normalization.ROUND)) {
            if ((long) number.precision() - number.scale() < -column.scale()) {
                return BigDecimal.ZERO.setScale(column.scale()); // before a tiny exponent is written out
            }
            BigDecimal rounded = number.setScale(column.scale(), RoundingMode.HALF_EVEN);
            return rounded.precision() - rounded.scale() > wholeDigits ? misfit(column) : rounded;
        }
        return number.stripTrailingZeros().scale() > column.scale() ? misfit(column) : number.setScale(column.scale());
    }

    private static Violation misfit(Column column) {
        return new Violation(Rules.RANGE, "must fit decimal(%d,%d)".formatted(column.precision(), column.scale()));
    }

    /** The time that the parser stands on, in microseconds, or a {@link Violation}. */
    static Object timestamp(JsonParser parser) throws IOException {
        return timestamp(List.of(), parser);
    }

    private static Object timestamp(List<Normalization> normalize, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    || parser.getLongValue() < IsoTime.MIN_MILLIS
                    || parser.getLongValue() > IsoTime.MAX_MILLIS) {
                return new Violation(Rules.RANGE, "must be epoch milliseconds of the years 1 to 9999");
            }
            return parser.getLongValue() * 1000;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return mismatch("an ISO 8601 time as a string, or a whole number of epoch milliseconds", parser);
        }
        String text = normal(normalize, parser.getText());
        OptionalLong micros = IsoTime.micros(text);
        if (micros.isPresent()) {
            return micros.getAsLong();
        }
        return new Violation(
                Rules.TYPE,
                IsoTime.lacksZone(text)
                        ? "must have a time zone: end it with Z or an offset as +01:00"
                        : "must be an ISO 8601 time with Z or an offset, as 2026-03-01T12:00:00Z");
    }

    private static Object date(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            OptionalLong days = IsoTime.days(parser.getText());
            if (days.isPresent()) {
                return (int) days.getAsLong();
            }
        }
        return mismatch("a date as yyyy-MM-dd", parser);
    }

    /** The sender's own text of an object. */
    private String slice(JsonParser parser) throws IOException {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int end = (int) parser.currentLocation().getByteOffset();
        return new String(json, offset + start, end - start, StandardCharsets.UTF_8);
    }

    private static Violation mismatch(String wanted, JsonParser parser) {
        JsonToken token = parser.currentToken();
        String got = switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> token.name().toLowerCase(Locale.ROOT);
        };
        return new Violation(Rules.TYPE, "must be " + wanted + ", is " + got);
    }
}
