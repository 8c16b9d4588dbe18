package io.millrace.alerts.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.alert.Alert;

/** One kind of JSON message that is known. */
interface Shape {
    boolean fits(JsonNode message);

    /**
     * Makes an alert of a message that fits.
     *
     * @throws IllegalArgumentException if it is malformed all the same
     */
    Alert read(JsonNode message, Notification notification);
}
