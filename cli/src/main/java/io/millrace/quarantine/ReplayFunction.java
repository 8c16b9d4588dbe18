package io.millrace.quarantine;

import io.millrace.replay.ReplayRequest;
import io.millrace.replay.ReplayResult;

/** One run of the environment's replay. */
@FunctionalInterface
public interface ReplayFunction {

    /** @throws IllegalStateException if it failed, with its own words */
    ReplayResult run(ReplayRequest request);
}
