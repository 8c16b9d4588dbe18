/** Mistakes that peers made or that we nearly made, put into the protocol to show that the simulation finds them. */
@NullMarked
package io.millrace.proof.mutant;

import org.jspecify.annotations.NullMarked;
