/** The write keys of sources. */
@NullMarked
package io.millrace.keys;

import org.jspecify.annotations.NullMarked;
