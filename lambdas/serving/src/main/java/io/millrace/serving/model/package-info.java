/** The SQL models and views that were packed into this function, each a file with its contract beside it. */
@NullMarked
package io.millrace.serving.model;

import org.jspecify.annotations.NullMarked;
