/** The tables of the lake: what contracts say of them, and how they stand by the catalog and their own metadata. */
@NullMarked
package io.millrace.serving.catalog;

import org.jspecify.annotations.NullMarked;
