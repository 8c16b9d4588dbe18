package io.millrace.quarantine;

import java.time.Instant;

/** Rows of one dataset that broke one rule at one stage. */
public record QuarantinedGroup(
        String dataset, String stage, String rule, long rows, Instant firstSeen, Instant lastSeen) {}
