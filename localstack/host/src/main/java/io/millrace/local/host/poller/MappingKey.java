package io.millrace.local.host.poller;

import java.time.Instant;

/** One function on one stream; a stream that was deleted and made again under its name is another one. */
public record MappingKey(String functionName, String streamName, Instant streamCreated) {}
