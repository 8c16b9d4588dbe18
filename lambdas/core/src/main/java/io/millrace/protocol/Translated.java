package io.millrace.protocol;

import java.util.Map;

/** What a message became. */
sealed interface Translated {

    /**
     * An event for the contract to judge.
     *
     * @param json its bytes
     * @param origins pointers into the message, by the event's fields
     */
    @SuppressWarnings("ArrayRecordComponent") // made and used up at once
    record Event(byte[] json, Map<String, String> origins) implements Translated {}

    /** A message that its own protocol does not allow. */
    record Breach(String rule, String pointer, String reason) implements Translated {}

    /** Bytes that are no JSON object: whoever checks them as an event says why. */
    record Unreadable() implements Translated {}
}
