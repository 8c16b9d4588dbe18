/** What AWS would charge for events, by its public prices and by what was counted and measured here. */
@NullMarked
package io.millrace.bench.cost;

import org.jspecify.annotations.NullMarked;
