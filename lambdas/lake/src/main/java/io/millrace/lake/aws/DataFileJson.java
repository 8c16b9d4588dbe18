package io.millrace.lake.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.apache.iceberg.ContentFileParser;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;

/**
 * A data file's entry for a manifest (path, partition, spec id, counts, bounds, sort order) as text, in Iceberg's own
 * JSON, so that another process appends exactly what the writer wrote.
 */
final class DataFileJson {
    private static final JsonMapper JSON = new JsonMapper();

    static String write(DataFile file, PartitionSpec spec) {
        return ContentFileParser.toJson(file, spec);
    }

    /** @param specs the table's partition specs by id; the file's must be among them, as a table never forgets one */
    static DataFile read(String json, Map<Integer, PartitionSpec> specs) {
        try {
            return (DataFile) ContentFileParser.fromJson(JSON.readTree(json), specs);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot read data file entry: " + json, e);
        }
    }

    private DataFileJson() {}
}
