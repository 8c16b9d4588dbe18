package io.millrace.protocol;

import io.millrace.event.Arrival;

/** Reads messages of one protocol as events of one dataset. */
interface Translator {

    /**
     * Reads one message.
     *
     * @param arrival its time stands for the event's where the message has none
     */
    Translated translate(Protocol protocol, byte[] json, int offset, int length, Arrival arrival);
}
