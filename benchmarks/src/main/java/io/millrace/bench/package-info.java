/** What an event costs: each benchmark answers its questions, and a table says which bars hold. */
@NullMarked
package io.millrace.bench;

import org.jspecify.annotations.NullMarked;
