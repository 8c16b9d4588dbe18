/** The object store that claims, folds and windows lie in, as the domain needs it. */
@NullMarked
package io.millrace.store;

import org.jspecify.annotations.NullMarked;
