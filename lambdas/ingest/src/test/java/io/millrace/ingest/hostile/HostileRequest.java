package io.millrace.ingest.hostile;

import java.util.Map;

/**
 * A request that is broken or means harm.
 *
 * @param headers beside the key; a name that is there replaces a default
 * @param answer the status and the word of a refusal ({@code 400 bad_gzip}), or the status and, in the order of the body,
 *     {@code accepted} or the broken rule of each event ({@code 207 accepted,type,accepted}); equal ones in a row are
 *     counted ({@code 207 3 required})
 */
@SuppressWarnings("ArrayRecordComponent") // a body is passed on, never compared
public record HostileRequest(String name, String path, Map<String, String> headers, byte[] body, String answer) {
    public HostileRequest {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return name + " -> " + answer;
    }
}
