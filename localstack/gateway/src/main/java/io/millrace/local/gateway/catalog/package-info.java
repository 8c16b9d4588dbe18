/** The lake's databases and Iceberg tables, as the Glue catalog and the tables' own metadata describe them. */
@NullMarked
package io.millrace.local.gateway.catalog;

import org.jspecify.annotations.NullMarked;
