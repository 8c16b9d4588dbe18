package io.millrace.cdc;

/** What a record turned out to be. */
sealed interface Reading permits Change, Mark {}
