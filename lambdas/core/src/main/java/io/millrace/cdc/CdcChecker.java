package io.millrace.cdc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.millrace.contract.ChangeField;
import io.millrace.contract.Contract;
import io.millrace.contract.Field;
import io.millrace.contract.Format;
import io.millrace.event.Accepted;
import io.millrace.event.Arrival;
import io.millrace.event.Checker;
import io.millrace.event.Claimed;
import io.millrace.event.Control;
import io.millrace.event.Json;
import io.millrace.event.Rejected;
import io.millrace.event.Rules;
import io.millrace.event.Utf8;
import io.millrace.event.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes change records into the fields of a contract of {@link Format#CDC}.
 *
 * <p>An accepted change claims no id: its id is made from the change, the same each time that it is delivered. Bronze has
 * its operation as type and its commit as time; a control record has its kind as type.
 */
public final class CdcChecker implements Checker {
    private final List<Field> fields;
    private final ChangeField[] sources;

    public CdcChecker(Contract contract) {
        this.fields = contract.fields();
        this.sources = fields.stream()
                .map(field -> ChangeField.find(field.name()).orElseThrow())
                .toArray(ChangeField[]::new);
    }

    @Override
    public Verdict check(byte[] json, int offset, int length, Arrival arrival) {
        if (!Utf8.isValid(json, offset, length)) {
            return reject(Rules.INVALID_UTF8, "", "must be UTF-8");
        }
        int bom = Utf8.bomLength(json, offset, length);
        try {
            JsonValue record = record(json, offset + bom, length - bom);
            Optional<Reading> reading = ChangeReader.read(ChangeRecord.of(record));
            return reading.isPresent()
                    ? verdict(reading.get())
                    : reject(Rules.UNKNOWN_FORMAT, "", "must be a record of Debezium or AWS DMS");
        } catch (UnreadableChangeException e) {
            return reject(e.rule(), e.pointer(), e.reason());
        } catch (StreamConstraintsException e) {
            return reject(Rules.JSON_LIMIT, "", "must nest at most " + Json.MAX_DEPTH + " deep");
        } catch (JsonProcessingException e) {
            return reject(Rules.MALFORMED_JSON, "", "must be JSON: " + Json.where(e));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read from memory", e);
        }
    }

    /** The one JSON text that the bytes are, read to its end, so that no part of it can turn out to be none. */
    static JsonValue record(byte[] json, int offset, int length) throws IOException, UnreadableChangeException {
        // The parser would take a NUL near the start for UTF-16 or UTF-32, and JSON has none outside of strings.
        for (int i = offset; i < offset + Math.min(4, length); i++) {
            if (json[i] == 0) {
                throw malformed("must be JSON in UTF-8, starts with NUL");
            }
        }
        try (JsonParser parser = Json.parser(json, offset, length)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw malformed("must be JSON, is empty");
            }
            int start = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            parser.finishToken();
            int end = (int) parser.currentLocation().getByteOffset();
            if (parser.nextToken() != null) {
                throw malformed("must be one JSON text, has more after it");
            }
            return new JsonValue(json, offset + start, end - start, token, "");
        }
    }

    private Verdict verdict(Reading reading) {
        if (reading instanceof Mark mark) {
            return new Control(new Claimed(null, mark.kind(), null), mark.kind(), mark.order());
        }
        Change change = (Change) reading;
        Claimed claimed = new Claimed(null, change.operation().name(), change.committedAtMicros());
        @Nullable Object[] values = new @Nullable Object[sources.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = change.value(sources[i]);
            if (values[i] == null && fields.get(i).required()) {
                return new Rejected(claimed, Rules.REQUIRED, "", "must have a " + sources[i].label());
            }
        }
        return new Accepted(claimed, change.eventId(), true, change.partitionKey(), values, List.of(), 0);
    }

    private static UnreadableChangeException malformed(String reason) {
        return new UnreadableChangeException(Rules.MALFORMED_JSON, "", reason);
    }

    private static Rejected reject(String rule, String pointer, String reason) {
        return new Rejected(Claimed.NOTHING, rule, pointer, reason);
    }
}
