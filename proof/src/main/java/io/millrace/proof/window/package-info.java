/** What dedup windows cost when shards are placed on environments at random, measured on the writer's own code. */
@NullMarked
package io.millrace.proof.window;

import org.jspecify.annotations.NullMarked;
