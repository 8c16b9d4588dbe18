package io.millrace.ingest;

import io.millrace.event.Screened;

/** An event of a known dataset that surely keeps its contract. */
record Sighting(String dataset, String contractVersion, Screened event) {}
