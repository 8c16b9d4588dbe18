/** The ledger of an environment: whether it is whole, and how it becomes whole again. */
@NullMarked
package io.millrace.rebuild;

import org.jspecify.annotations.NullMarked;
