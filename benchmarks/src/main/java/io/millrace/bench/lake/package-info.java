/** A lake on this machine: the real writer's and committer's code over a catalog and a ledger in memory, counted. */
@NullMarked
package io.millrace.bench.lake;

import org.jspecify.annotations.NullMarked;
