/** Runs checked SQL on the engine, within a time, and turns its rows into JSON, a page at a time. */
@NullMarked
package io.millrace.serving.query;

import org.jspecify.annotations.NullMarked;
