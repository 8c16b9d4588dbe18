/** The hot path's steps one by one, as microbenchmarks. */
@NullMarked
package io.millrace.bench.kernel;

import org.jspecify.annotations.NullMarked;
