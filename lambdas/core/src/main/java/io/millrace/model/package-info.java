/** Tables and views that are made by a query: its SQL, and the contract beside it. */
@NullMarked
package io.millrace.model;

import org.jspecify.annotations.NullMarked;
