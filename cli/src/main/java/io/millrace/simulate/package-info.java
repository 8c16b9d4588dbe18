/**
 * Seeded traffic of one imaginary shop: what happens in it, told by each source in its own dataset's words.
 *
 * <p>A {@link io.millrace.simulate.shop.Shop} makes what happens, {@link io.millrace.simulate.source.Source sources} tell
 * it as events, {@link io.millrace.simulate.Traffic} paces them and injects what goes wrong in life, and
 * {@link io.millrace.simulate.Simulation} posts them at a given rate and keeps the tally.
 */
@NullMarked
package io.millrace.simulate;

import org.jspecify.annotations.NullMarked;
