/** How long a command waits for what the platform does in its own time, and how often it looks. */
@NullMarked
package io.millrace.waiting;

import org.jspecify.annotations.NullMarked;
