package io.millrace.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One row of a file.
 *
 * @param number from 1, a CSV header not counted
 * @param raw its bytes in the file, without the line's end
 * @param columns in the file's order; a CSV cell is text, or null when it is empty
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these
record Row(long number, byte[] raw, Map<String, JsonNode> columns) {}
