package io.millrace.ingest;

/** What cutting a body gave: where its events lie, or why they cannot be told apart. */
sealed interface Split permits Slices, Refusal {}
