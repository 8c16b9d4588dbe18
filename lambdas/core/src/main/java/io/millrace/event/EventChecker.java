package io.millrace.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.millrace.contract.Contract;
import io.millrace.contract.Field;
import io.millrace.contract.FieldRule;
import io.millrace.contract.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds events to a contract: the same code at the door, on the way into tables, and when history is reprocessed.
 *
 * <p>Values are normalised, then checked, fields in the contract's order; the first broken rule rejects the event. A
 * field that the contract does not name is counted and left in the payload. Safe for use by many threads.
 */
public final class EventChecker {
    private final Contract contract;
    private final FieldNames names;
    private final int eventIdIndex;
    private final int[] partitionKey;
    private final int[][] requireOneOf;

    public EventChecker(Contract contract) {
        this.contract = contract;
        this.names = new FieldNames(contract);
        this.eventIdIndex = names.indexOf(FieldNames.EVENT_ID);
        this.partitionKey = indexes(contract.partitionKey());
        this.requireOneOf = contract.requireOneOf().stream().map(this::indexes).toArray(int[][]::new);
    }

    private int[] indexes(List<String> fields) {
        return fields.stream().mapToInt(names::indexOf).toArray();
    }

    /**
     * Checks one event. Never throws for what the bytes hold.
     *
     * @param receivedAt when the door took it; bounds how far ahead its time may be
     * @param source the system behind the write key; part of a derived event id
     */
    public Verdict check(byte[] json, int offset, int length, Instant receivedAt, String source) {
        if (!Utf8.isValid(json, offset, length)) {
            return reject(Claimed.NOTHING, Rules.INVALID_UTF8, "", "must be UTF-8");
        }
        int bom = Utf8.bomLength(json, offset, length);
        return checkText(json, offset + bom, length - bom, receivedAt, source);
    }

    private Verdict checkText(byte[] json, int offset, int length, Instant receivedAt, String source) {
        // The parser would take a NUL near the start for UTF-16 or UTF-32, and JSON has none outside of strings.
        for (int i = offset; i < offset + Math.min(4, length); i++) {
            if (json[i] == 0) {
                return reject(Claimed.NOTHING, Rules.MALFORMED_JSON, "", "must be JSON in UTF-8, starts with NUL");
            }
        }
        EventReading reading = new EventReading(names, json, offset);
        try (JsonParser parser = Json.parser(json, offset, length)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return reject(Claimed.NOTHING, Rules.MALFORMED_JSON, "", "must be a JSON object, is empty");
            }
            if (first == JsonToken.START_OBJECT) {
                reading.readMembers(parser);
            } else {
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                return reject(reading.claimed(), Rules.MALFORMED_JSON, "", "must be one JSON text, has more after it");
            }
            if (first != JsonToken.START_OBJECT) {
                return reject(Claimed.NOTHING, Rules.NOT_AN_OBJECT, "", "must be a JSON object");
            }
        } catch (StreamConstraintsException e) {
            return reject(
                    reading.claimed(),
                    Rules.JSON_LIMIT,
                    "",
                    "must nest at most " + Json.MAX_DEPTH + " deep, with numbers of at most 1000 digits");
        } catch (JsonProcessingException e) {
            return reject(reading.claimed(), Rules.MALFORMED_JSON, "", "must be JSON: " + Json.where(e));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read from memory", e);
        }
        return judge(reading, json, offset, length, receivedAt, source);
    }

    private Verdict judge(
            EventReading reading, byte[] json, int offset, int length, Instant receivedAt, String source) {
        Claimed claimed = reading.claimed();
        String duplicate = reading.duplicate();
        if (duplicate != null) {
            return reject(claimed, Rules.DUPLICATE_FIELD, Json.pointer(duplicate), "must be there once");
        }
        String unknown = reading.firstUnknown();
        if (contract.strict() && unknown != null) {
            return reject(
                    claimed, Rules.UNKNOWN_FIELD, Json.pointer(unknown), "is not in the contract, which is strict");
        }
        long receivedAtMicros = ChronoUnit.MICROS.between(Instant.EPOCH, receivedAt);
        @Nullable Object[] values = new @Nullable Object[names.fieldCount()];
        List<Warning> warnings = new ArrayList<>(0);
        for (int i = 0; i < values.length; i++) {
            Object value = reading.value(i);
            Violation violation = value instanceof Violation found
                    ? found
                    : checkField(i, value, reading.pointer(i), receivedAtMicros, warnings);
            if (violation != null) {
                return reject(claimed, violation.rule(), reading.pointer(i), violation.reason());
            }
            values[i] = value;
        }
        for (int[] group : requireOneOf) {
            if (firstPresent(group, values) == null) {
                return reject(claimed, Rules.REQUIRE_ONE_OF, "", "must have one of " + fieldNames(group));
            }
        }
        boolean derived = values[eventIdIndex] == null;
        String eventId = values[eventIdIndex] instanceof String id ? id : EventIds.ofJson(source, json, offset, length);
        values[eventIdIndex] = eventId;
        String key = Objects.requireNonNull(firstPresent(partitionKey, values), "a contract's partition key is there");
        return new Accepted(claimed, eventId, derived, key, values, List.copyOf(warnings), reading.unknownFields());
    }

    private @Nullable Violation checkField(
            int index, @Nullable Object value, String pointer, long receivedAtMicros, List<Warning> warnings) {
        Field field = names.field(index);
        if (value == null) {
            return field.required() && index != eventIdIndex ? new Violation(Rules.REQUIRED, "is required") : null;
        }
        for (FieldRule rule : field.rules()) {
            Violation violation = RuleChecks.check(rule, field, value, receivedAtMicros);
            if (violation != null && rule instanceof FieldRule.OneOf oneOf && oneOf.severity() == Severity.WARN) {
                warnings.add(new Warning(violation.rule(), pointer, violation.reason()));
            } else if (violation != null) {
                return violation;
            }
        }
        return null;
    }

    private static @Nullable String firstPresent(int[] fields, @Nullable Object[] values) {
        for (int field : fields) {
            if (values[field] instanceof String text) {
                return text;
            }
        }
        return null;
    }

    private String fieldNames(int[] fields) {
        return Arrays.stream(fields).mapToObj(i -> names.field(i).name()).collect(Collectors.joining(", "));
    }

    private static Rejected reject(Claimed claimed, String rule, String pointer, String reason) {
        return new Rejected(claimed, rule, pointer, reason);
    }
}
