package io.millrace.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object on each line. */
final class NdjsonRows implements Rows {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final RecordBytes records;
    private long number;

    NdjsonRows(RecordBytes records) {
        this.records = records;
    }

    @Override
    public @Nullable Row next() throws IOException {
        byte[] raw = records.next();
        if (raw == null) {
            return null;
        }
        number++;
        Map<String, JsonNode> columns = new LinkedHashMap<>();
        parse(raw).properties().forEach(column -> columns.put(column.getKey(), column.getValue()));
        return new Row(number, raw, columns);
    }

    private JsonNode parse(byte[] raw) {
        try {
            JsonNode object = JSON.readTree(RecordBytes.text(number, raw));
            if (object.isObject()) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new RowException(number, "it is not JSON: " + e.getOriginalMessage());
        }
        throw new RowException(number, "it is not a JSON object");
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
