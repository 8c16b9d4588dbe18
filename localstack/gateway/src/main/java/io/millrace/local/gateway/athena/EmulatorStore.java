package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.local.gateway.upstream.Emulator;
import java.io.IOException;
import java.nio.file.Path;

/** The emulator as the store. */
public record EmulatorStore(Emulator emulator) implements Store {
    @Override
    public JsonNode call(String service, String target, JsonNode request) throws IOException, InterruptedException {
        return emulator.call(service, target, request);
    }

    @Override
    public void put(String bucket, String key, Path file, String contentType) throws IOException, InterruptedException {
        emulator.put(bucket, key, file, contentType);
    }
}
