/**
 * The lake on AWS: tables in Iceberg over the Glue catalog, and the three
 * functions (writer, committer, migrate) that run {@link io.millrace.lake} with them.
 */
@NullMarked
package io.millrace.lake.aws;

import org.jspecify.annotations.NullMarked;
