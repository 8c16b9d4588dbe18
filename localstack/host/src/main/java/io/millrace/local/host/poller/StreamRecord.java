package io.millrace.local.host.poller;

import java.time.Instant;

/** One record of a shard. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StreamRecord(String sequenceNumber, String partitionKey, byte[] data, Instant arrival) {}
