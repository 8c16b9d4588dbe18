/**
 * The simulators by name. Each {@link io.millrace.simulate.source.Source} hears all that happens in the shop and tells
 * its part in the words of its own dataset.
 */
@NullMarked
package io.millrace.simulate.source;

import org.jspecify.annotations.NullMarked;
