package io.millrace.ingest;

/** Whether a request may bring events, before its body is looked at. */
sealed interface Admission permits Admitted, Refusal {}
