/** What can go wrong, when it is due, and how often it did. */
@NullMarked
package io.millrace.proof.fault;

import org.jspecify.annotations.NullMarked;
