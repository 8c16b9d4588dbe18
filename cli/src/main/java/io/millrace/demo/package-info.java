/** The demo's batch, a class for each step: the shop's files, the gold tables that come out, a file that is broken. */
@NullMarked
package io.millrace.demo;

import org.jspecify.annotations.NullMarked;
