/** What the lake holds, over HTTP: its tables, where they come from, and SQL on them. */
@NullMarked
package io.millrace.serving;

import org.jspecify.annotations.NullMarked;
