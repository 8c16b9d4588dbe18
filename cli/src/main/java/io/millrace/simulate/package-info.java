/**
 * Seeded traffic of one imaginary shop: what its visitors do, told by each source in its own dataset's words.
 *
 * <p>A {@link io.millrace.simulate.Shop} makes steps of visits, a {@link io.millrace.simulate.Source} turns a step into
 * an event, {@link io.millrace.simulate.Traffic} mixes sources and injects what goes wrong in life, and
 * {@link io.millrace.simulate.Simulation} posts it at a given rate and keeps the tally.
 */
@NullMarked
package io.millrace.simulate;

import org.jspecify.annotations.NullMarked;
