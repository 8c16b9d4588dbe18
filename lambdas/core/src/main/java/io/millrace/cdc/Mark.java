package io.millrace.cdc;

/**
 * A record that changes no row.
 *
 * @param kind one word
 * @param order what keeps it in order with its like
 */
record Mark(String kind, String order) implements Reading {}
