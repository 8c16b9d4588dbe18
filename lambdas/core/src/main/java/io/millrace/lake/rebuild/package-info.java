/**
 * Makes a lost or restored ledger whole again, from what cannot be lost with it: the claim bodies and fold manifests on
 * the object store, and the tables' marks.
 */
@NullMarked
package io.millrace.lake.rebuild;

import org.jspecify.annotations.NullMarked;
