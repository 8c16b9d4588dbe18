/** Shows that the commit protocol loses nothing and writes nothing twice, by running it in a simulated world. */
@NullMarked
package io.millrace.proof;

import org.jspecify.annotations.NullMarked;
