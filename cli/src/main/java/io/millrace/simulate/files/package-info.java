/** The tables that a shop hands over as files: customers, addresses, products, inventory and exchange rates. */
@NullMarked
package io.millrace.simulate.files;

import org.jspecify.annotations.NullMarked;
