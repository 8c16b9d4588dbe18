package io.millrace.send;

import java.net.URI;

/**
 * The ingest API as one source sees it.
 *
 * @param ingestUrl origin without a path
 * @param writeKey the source's key, sent as {@code x-api-key}
 */
public record Door(URI ingestUrl, String writeKey) {

    URI events(String dataset) {
        String origin = ingestUrl.toString();
        return URI.create((origin.endsWith("/") ? origin : origin + "/") + "v1/events/" + dataset);
    }

    /** Leaves the key out, so that no log gets it. */
    @Override
    public String toString() {
        return "Door[" + ingestUrl + "]";
    }
}
