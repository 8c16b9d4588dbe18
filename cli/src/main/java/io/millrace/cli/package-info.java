/** The {@code millrace} command: one class per subcommand, each a thin way to what another package does. */
@NullMarked
package io.millrace.cli;

import org.jspecify.annotations.NullMarked;
