/** The lake functions' own package, because their edges are nobody else's: the writer over tables on a disk. */
@NullMarked
package io.millrace.lake.aws;

import org.jspecify.annotations.NullMarked;
