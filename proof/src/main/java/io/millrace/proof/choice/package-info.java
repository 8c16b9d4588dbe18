/** Where a schedule's decisions come from: a seed, or a list that is being made shorter. */
@NullMarked
package io.millrace.proof.choice;

import org.jspecify.annotations.NullMarked;
