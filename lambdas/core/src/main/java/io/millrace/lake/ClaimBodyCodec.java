package io.millrace.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.dedup.Run;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim body's bytes: {@code "MRC1"}, the length of a JSON document (4 bytes, big endian), the document, the
 * fingerprints (16 bytes each, ascending). One object and so one PUT, the price of which outweighs its bytes.
 */
public final class ClaimBodyCodec {
    private static final int MAGIC = 0x4d524331;
    private static final int HEADER_BYTES = 8;
    private static final JsonMapper JSON = new JsonMapper();

    private ClaimBodyCodec() {}

    public static byte[] write(ClaimBody body) {
        byte[] document;
        try {
            document = JSON.writeValueAsBytes(Document.of(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write claim body " + body.claimId(), e);
        }
        byte[] fingerprints = body.fingerprints().bytes();
        return ByteBuffer.allocate(HEADER_BYTES + document.length + fingerprints.length)
                .putInt(MAGIC)
                .putInt(document.length)
                .put(document)
                .put(fingerprints)
                .array();
    }

    public static ClaimBody read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER_BYTES || in.getInt() != MAGIC) {
            throw new IllegalArgumentException("Cannot read claim body: it does not start with MRC1");
        }
        int length = in.getInt();
        if (length < 0 || length > bytes.length - HEADER_BYTES) {
            throw new IllegalArgumentException("Cannot read claim body: document of " + length + " bytes");
        }
        try {
            Document document = JSON.readValue(bytes, HEADER_BYTES, length, Document.class);
            return document.body(Run.read(Arrays.copyOfRange(bytes, HEADER_BYTES + length, bytes.length)));
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read claim body: " + e.getMessage(), e);
        }
    }

    private record Document(
            String claimId,
            String shard,
            long k,
            String first,
            String end,
            long newestArrivalMillis,
            long createdAtMillis,
            List<DataFileRef> files,
            List<MinuteCounts> counts,
            @Nullable String window,
            long windowK) {

        static Document of(ClaimBody body) {
            return new Document(
                    body.claimId(),
                    body.shard().toString(),
                    body.k(),
                    body.first().toString(),
                    body.end().toString(),
                    body.newestArrivalMillis(),
                    body.createdAtMillis(),
                    body.files(),
                    body.counts(),
                    body.window(),
                    body.windowK());
        }

        ClaimBody body(Run fingerprints) {
            return new ClaimBody(
                    claimId,
                    ShardId.parse(shard),
                    k,
                    Position.parse(first),
                    Position.parse(end),
                    newestArrivalMillis,
                    createdAtMillis,
                    files,
                    counts,
                    window,
                    windowK,
                    fingerprints);
        }
    }
}
