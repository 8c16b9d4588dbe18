/**
 * Change records of Debezium and AWS DMS: bytes of one record in, a row change, a control record or the reason why it is
 * neither out. See {@code docs/concepts/cdc.md}.
 */
@NullMarked
package io.millrace.cdc;

import org.jspecify.annotations.NullMarked;
