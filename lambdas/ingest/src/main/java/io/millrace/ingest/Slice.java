package io.millrace.ingest;

/** Where one event lies in a body, in bytes. */
record Slice(int offset, int length) {}
