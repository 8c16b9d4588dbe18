package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An event as a source tells it, before anything goes wrong on its way. */
public record Draft(ObjectNode json, Nature nature) {

    /** What the lake makes of it. */
    public enum Nature {
        PLAIN,
        /** Keeps its contract, which warns of it. */
        ODD,
        /** Its value was put far off the others on purpose. */
        OUTLIER,
        /** A mark between change records: bronze keeps it, silver has no row of it. */
        CONTROL
    }

    static Draft plain(ObjectNode json) {
        return new Draft(json, Nature.PLAIN);
    }
}
