/**
 * Whether the lake holds what the door took: when all of it is visible, whether the ledger's equations hold against the
 * tables, and how long rows took to become visible.
 */
@NullMarked
package io.millrace.audit;

import org.jspecify.annotations.NullMarked;
