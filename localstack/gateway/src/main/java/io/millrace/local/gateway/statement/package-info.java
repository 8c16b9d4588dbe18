/** Athena's SQL: what a statement is, and how it is carried out by the engine and the catalog. */
@NullMarked
package io.millrace.local.gateway.statement;

import org.jspecify.annotations.NullMarked;
