package io.millrace.local.gateway.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * The {@code .metadata} object beside a result, from which Athena's JDBC driver learns the columns when it reads results
 * from S3. Its format is Athena's own; the field numbers are those that a public reader of it, burtcorp/athena-jdbc's
 * AthenaMetaDataParser, relies on: a protobuf message with the query's id (1) and a message for each column (4), which
 * has the catalog (1), name (4), label (5), type (6), precision (7), scale (8), nullability (9: 3 is unknown) and case
 * sensitivity (10).
 */
public final class ResultMetadata {
    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int UNKNOWN_NULLABILITY = 3;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ResultMetadata() {}

    /** The object's bytes. */
    public static byte[] of(String queryId, List<ResultColumn> columns) {
        ResultMetadata metadata = new ResultMetadata();
        metadata.text(1, queryId);
        for (ResultColumn column : columns) {
            metadata.bytes(4, of(column));
        }
        return metadata.out.toByteArray();
    }

    private static byte[] of(ResultColumn column) {
        JsonNode info = column.columnInfo();
        ResultMetadata message = new ResultMetadata();
        message.text(1, info.path("CatalogName").asText());
        message.text(4, info.path("Name").asText());
        message.text(5, info.path("Label").asText());
        message.text(6, info.path("Type").asText());
        message.number(7, info.path("Precision").asInt());
        message.number(8, info.path("Scale").asInt());
        message.number(9, UNKNOWN_NULLABILITY);
        message.number(10, info.path("CaseSensitive").asBoolean() ? 1 : 0);
        return message.out.toByteArray();
    }

    private void text(int field, String value) {
        bytes(field, value.getBytes(UTF_8));
    }

    private void bytes(int field, byte[] value) {
        varint(field << 3 | BYTES);
        varint(value.length);
        out.writeBytes(value);
    }

    private void number(int field, int value) {
        varint(field << 3 | VARINT);
        varint(value);
    }

    private void varint(int value) {
        int rest = value;
        while (rest > 0x7f) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
