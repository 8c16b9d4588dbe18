package io.millrace.cdc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.millrace.event.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/**
 * A stream record that a connector's own Kinesis sink wrote, past the door.
 *
 * @param source the system that wrote it: Debezium's topic prefix, else {@code debezium} or {@code dms}
 * @param payload the record as it is kept; with its key, where the sink left that to the partition key alone
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record SinkRecord(String source, byte[] payload) {
    /** The dataset that sinks write. */
    public static final String DATASET = "cdc_changes";

    private static final String DEBEZIUM = "debezium";

    /**
     * Recognises a record by its shape. Never throws for what the bytes hold.
     *
     * <p>Debezium Server writes the value as data and the key's JSON as partition key, and no data at all for a tombstone.
     * The key is then kept with the value as {@code {"key":…,"value":…}}, since what is kept must be enough to read the
     * change again.
     *
     * @param partitionKey the stream record's
     */
    public static Optional<SinkRecord> recognise(byte[] data, String partitionKey) {
        if (data.length == 0) {
            return Optional.of(new SinkRecord(DEBEZIUM, withKey(partitionKey, "null".getBytes(UTF_8))));
        }
        try {
            if (!Utf8.isValid(data, 0, data.length)) {
                return Optional.empty();
            }
            int bom = Utf8.bomLength(data, 0, data.length);
            ChangeRecord record = ChangeRecord.of(CdcChecker.record(data, bom, data.length - bom));
            Shape shape = Shape.of(record);
            if (shape == Shape.UNKNOWN) {
                return Optional.empty();
            }
            boolean keyless = record.key() == null && record.topic() == null && shape != Shape.DMS;
            return Optional.of(new SinkRecord(source(shape, record), keyless ? withKey(partitionKey, data) : data));
        } catch (UnreadableChangeException | JsonProcessingException e) {
            return Optional.empty(); // the answer: it is no record of a sink
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read from memory", e);
        }
    }

    private static String source(Shape shape, ChangeRecord record) throws IOException, UnreadableChangeException {
        if (shape == Shape.DEBEZIUM && record.value() != null) {
            JsonObject source = record.value().value().object().findObject("source");
            return Objects.requireNonNullElse(source == null ? null : source.findName("name"), DEBEZIUM);
        }
        return shape == Shape.DMS ? DmsChange.CONNECTOR : DEBEZIUM;
    }

    private static byte[] withKey(String partitionKey, byte[] value) {
        byte[] key = partitionKey.getBytes(UTF_8);
        return isObject(key)
                ? ("{\"key\":" + partitionKey + ",\"value\":" + new String(value, UTF_8) + "}").getBytes(UTF_8)
                : value;
    }

    private static boolean isObject(byte[] key) {
        try {
            return Utf8.isValid(key, 0, key.length)
                    && CdcChecker.record(key, 0, key.length).isObject();
        } catch (UnreadableChangeException | JsonProcessingException e) {
            return false; // the answer: it is some other text
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read from memory", e);
        }
    }
}
