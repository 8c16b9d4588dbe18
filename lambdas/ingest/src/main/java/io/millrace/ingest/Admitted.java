package io.millrace.ingest;

/** A request that may bring events: its route is known, and its key is good for it. */
record Admitted(Route route, Source source) implements Admission {}
