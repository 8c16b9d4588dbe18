/**
 * What the protocol stands on, in memory and with faults: stream, ledger, object store, tables, clock, and the writers,
 * committers and maintenance that work on it.
 */
@NullMarked
package io.millrace.proof.world;

import org.jspecify.annotations.NullMarked;
