package io.millrace.ingest;

/** What opening a request gave: its events, told apart, or why it cannot be taken. */
sealed interface Opened permits Parcel, Refusal {}
