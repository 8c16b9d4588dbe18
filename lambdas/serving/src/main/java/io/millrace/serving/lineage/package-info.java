/** Where tables come from and where they go: from contracts, models and views, by their texts. */
@NullMarked
package io.millrace.serving.lineage;

import org.jspecify.annotations.NullMarked;
