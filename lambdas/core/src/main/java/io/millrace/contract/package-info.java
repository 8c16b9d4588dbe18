/** What the data is: reads contracts (Open Data Contract Standard 3.1.0) and derives tables from them. */
@NullMarked
package io.millrace.contract;

import org.jspecify.annotations.NullMarked;
