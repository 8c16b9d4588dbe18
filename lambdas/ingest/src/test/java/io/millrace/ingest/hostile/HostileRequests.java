package io.millrace.ingest.hostile;

import java.util.List;

/** All hostile requests. Their events are of dataset app_events, so that other traffic can be counted apart. */
public final class HostileRequests {
    private HostileRequests() {}

    /** Every case, bodies made anew. */
    public static List<HostileRequest> all() {
        Cases cases = new Cases();
        new HostileBodies(cases).add();
        new HostileEvents(cases).add();
        new HostileTargets(cases).add();
        return cases.all();
    }
}
