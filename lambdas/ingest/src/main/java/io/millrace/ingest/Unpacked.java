package io.millrace.ingest;

/** What opening a request's body gave: its plain bytes, or why it cannot be taken. */
sealed interface Unpacked permits Body, Refusal {}
