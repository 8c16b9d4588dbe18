package io.millrace.ingest;

/** What a request's method, path and query ask for. */
sealed interface Routed permits Route, Preflight, Refusal {}
