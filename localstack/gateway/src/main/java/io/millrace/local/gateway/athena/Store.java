package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;

/** What Athena keeps outside its queries: workgroups, prepared statements, the data catalog, result files. */
public interface Store {
    /**
     * One call of Athena's or Glue's API.
     *
     * @param target such as {@code AmazonAthena.GetWorkGroup}
     * @throws io.millrace.local.gateway.upstream.EmulatorException when the service answers with an error
     */
    JsonNode call(String service, String target, JsonNode request) throws IOException, InterruptedException;

    /** Writes an object. */
    void put(String bucket, String key, Path file, String contentType) throws IOException, InterruptedException;
}
