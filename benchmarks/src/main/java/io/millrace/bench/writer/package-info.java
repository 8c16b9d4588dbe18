/** The lake-writer, from the records of a stream to the files of its tables, beside what others take for it. */
@NullMarked
package io.millrace.bench.writer;

import org.jspecify.annotations.NullMarked;
