/** Other engines, each in a process of its own, doing the lake-writer's work on the same events. */
@NullMarked
package io.millrace.bench.engine;

import org.jspecify.annotations.NullMarked;
