package io.millrace.local.gateway.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;

/** What Athena keeps outside its queries: workgroups, prepared statements, the Glue catalog, objects. */
public interface Store {
    /**
     * One call of Athena's or Glue's API.
     *
     * @param target such as {@code AmazonAthena.GetWorkGroup}
     * @throws EmulatorException when the service answers with an error
     */
    JsonNode call(String service, String target, JsonNode request) throws IOException, InterruptedException;

    /** Writes an object. */
    void put(String bucket, String key, Path file, String contentType) throws IOException, InterruptedException;

    /** Writes an object that is small enough for memory. */
    void put(String bucket, String key, byte[] content) throws IOException, InterruptedException;

    /**
     * Reads an object that is small enough for memory.
     *
     * @throws EmulatorException with status 404 when there is none
     */
    byte[] get(String bucket, String key) throws IOException, InterruptedException;

    /** Deletes an object; one that is not there is deleted already. */
    void delete(String bucket, String key) throws IOException, InterruptedException;
}
