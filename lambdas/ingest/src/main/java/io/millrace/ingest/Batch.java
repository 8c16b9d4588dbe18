package io.millrace.ingest;

import java.time.Instant;

/**
 * What all events of one post share.
 *
 * @param id of the post
 * @param receivedAt when the door took it, to the microsecond
 * @param source the system behind the key
 * @param context what the request says about its sender, a JSON object
 */
record Batch(String id, Instant receivedAt, String source, String context) {}
