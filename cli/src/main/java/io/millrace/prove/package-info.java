/** The ways to show that the commit protocol is right, a class for each, with what they print. */
@NullMarked
package io.millrace.prove;

import org.jspecify.annotations.NullMarked;
