/**
 * Lets through SQL that only reads what its caller may read, and nothing else. What is not known to be harmless is refused:
 * statements, pieces of grammar, functions, tables and names are each on a list or refused.
 */
@NullMarked
package io.millrace.serving.guard;

import org.jspecify.annotations.NullMarked;
