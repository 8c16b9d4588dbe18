package io.millrace.contract;

/**
 * Something wrong in a contract file.
 *
 * @param file path as given by the caller
 * @param line from 1
 * @param property where in the contract, as in {@code schema.properties.event_id.logicalType}; may be empty
 * @param message what is wrong and the way out
 */
public record Problem(String file, int line, String property, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + (property.isEmpty() ? "" : property + ": ") + message;
    }
}
