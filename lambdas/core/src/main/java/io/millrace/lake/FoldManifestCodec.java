package io.millrace.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** A fold manifest's bytes: JSON. */
public final class FoldManifestCodec {
    private static final JsonMapper JSON = new JsonMapper();

    private FoldManifestCodec() {}

    public static byte[] write(FoldManifest manifest) {
        try {
            return JSON.writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write manifest of fold " + manifest.fold(), e);
        }
    }

    public static FoldManifest read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, FoldManifest.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read fold manifest: " + e.getMessage(), e);
        }
    }
}
