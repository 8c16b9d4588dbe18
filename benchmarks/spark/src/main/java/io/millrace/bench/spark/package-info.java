/** The lake-writer's work as a Spark job does it. */
@NullMarked
package io.millrace.bench.spark;

import org.jspecify.annotations.NullMarked;
