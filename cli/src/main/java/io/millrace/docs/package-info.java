/** Pages for people about what the data is, made from contracts and nothing else. */
@NullMarked
package io.millrace.docs;

import org.jspecify.annotations.NullMarked;
