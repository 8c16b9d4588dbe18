package io.millrace.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.millrace.contract.Clock;
import io.millrace.contract.Contract;
import io.millrace.contract.Default;
import io.millrace.contract.Field;
import io.millrace.contract.FieldRule;
import io.millrace.contract.Format;
import io.millrace.contract.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
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
public final class EventChecker implements Checker {
    private final Contract contract;
    private final FieldNames names;
    private final int eventIdIndex;
    private final int[] partitionKey;
    private final int[][] requireOneOf;
    private final int[] defaultFrom;

    public EventChecker(Contract contract) {
        this.contract = contract;
        this.names = new FieldNames(contract);
        this.eventIdIndex = contract.format() == Format.ROWS ? -1 : names.indexOf(FieldNames.EVENT_ID);
        this.partitionKey = indexes(contract.partitionKey());
        this.defaultFrom = contract.fields().stream()
                .mapToInt(field ->
                        field.ifAbsent() instanceof Default.OtherField other ? names.indexOf(other.name()) : -1)
                .toArray();
        this.requireOneOf = contract.requireOneOf().stream().map(this::indexes).toArray(int[][]::new);
    }

    private int[] indexes(List<String> fields) {
        return fields.stream().mapToInt(names::indexOf).toArray();
    }

    /**
     * {@inheritDoc}
     *
     * @param arrival bounds how far ahead the event's time may be; its source is part of a derived event id
     */
    @Override
    public Verdict check(byte[] json, int offset, int length, Arrival arrival) {
        if (!Utf8.isValid(json, offset, length)) {
            return reject(Claimed.NOTHING, Rules.INVALID_UTF8, "", "must be UTF-8");
        }
        int bom = Utf8.bomLength(json, offset, length);
        return checkText(json, offset + bom, length - bom, arrival);
    }

    private Verdict checkText(byte[] json, int offset, int length, Arrival arrival) {
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
        return judge(reading, json, offset, length, arrival);
    }

    private Verdict judge(EventReading reading, byte[] json, int offset, int length, Arrival arrival) {
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
        @Nullable Object[] values = new @Nullable Object[names.fieldCount()];
        List<Warning> warnings = new ArrayList<>(0);
        boolean correct = contract.clock() == Clock.CLIENT;
        if (correct && reading.sentAt() instanceof Violation unreadable) {
            warnings.add(new Warning(unreadable.rule(), Json.pointer(FieldNames.SENT_AT), unreadable.reason()));
        }
        for (int i = 0; i < values.length; i++) {
            Object value = reading.value(i);
            if (correct && i == names.eventTimeIndex()) {
                value = SenderClock.correct(value, reading.sentAt(), arrival);
            }
            if (value == null && names.field(i).ifAbsent() instanceof Default.Text text) {
                value = text.value();
            }
            Violation violation = value instanceof Violation found
                    ? found
                    : checkField(i, value, reading.pointer(i), arrival, warnings);
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
        boolean hasId = eventIdIndex >= 0;
        String claimedId = hasId && values[eventIdIndex] instanceof String id ? id : null;
        String eventId = claimedId == null ? EventIds.ofJson(arrival.source(), json, offset, length) : claimedId;
        if (hasId) {
            values[eventIdIndex] = eventId;
        }
        for (int i = 0; i < defaultFrom.length; i++) {
            if (values[i] == null && defaultFrom[i] >= 0) {
                values[i] = values[defaultFrom[i]];
            }
        }
        String key = partitionKey.length == 0
                ? eventId
                : Objects.requireNonNull(firstPresent(partitionKey, values), "a contract's partition key is there");
        return new Accepted(
                claimed, eventId, claimedId == null, key, values, List.copyOf(warnings), reading.unknownFields());
    }

    private @Nullable Violation checkField(
            int index, @Nullable Object value, String pointer, Arrival arrival, List<Warning> warnings) {
        Field field = names.field(index);
        if (value == null && field.required()) {
            return index == eventIdIndex ? null : new Violation(Rules.REQUIRED, "is required");
        }
        for (FieldRule rule : field.rules()) {
            Violation violation = RuleChecks.check(rule, field, value, arrival.receivedAtMicros());
            if (violation != null && rule.severity() == Severity.WARN) {
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
