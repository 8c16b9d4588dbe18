/** Kinesis event source mappings: batches, retries, splits, discards, checkpoints, by AWS Lambda's documented rules. */
@NullMarked
package io.millrace.local.host.poller;

import org.jspecify.annotations.NullMarked;
