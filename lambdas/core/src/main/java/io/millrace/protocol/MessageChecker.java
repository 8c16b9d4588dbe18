package io.millrace.protocol;

import io.millrace.contract.Contract;
import io.millrace.event.Arrival;
import io.millrace.event.Checker;
import io.millrace.event.Claimed;
import io.millrace.event.Rejected;
import io.millrace.event.Verdict;
import io.millrace.format.Checkers;
import java.util.Map;

/**
 * Holds what came in, in whatever protocol, to a contract: a message is read as an event, and the event is checked. The
 * verdict's pointers lead into the message as it was received.
 */
public final class MessageChecker {
    private final Checker checker;
    private final Translator segment;
    private final Translator cloudEvents;

    public MessageChecker(Contract contract) {
        this.checker = Checkers.of(contract);
        this.segment = new SegmentTranslator(contract);
        this.cloudEvents = new CloudEventTranslator(contract);
    }

    /**
     * Checks one message. Never throws for what the bytes hold.
     *
     * @param arrival what is known of the message besides its bytes
     */
    public Verdict check(Protocol protocol, byte[] json, int offset, int length, Arrival arrival) {
        if (protocol == Protocol.PLAIN) {
            return checker.check(json, offset, length, arrival);
        }
        Translator translator = protocol == Protocol.CLOUDEVENTS ? cloudEvents : segment;
        Translated translated = translator.translate(protocol, json, offset, length, arrival);
        if (translated instanceof Translated.Breach breach) {
            return new Rejected(Claimed.NOTHING, breach.rule(), breach.pointer(), breach.reason());
        }
        if (translated instanceof Translated.Event event) {
            Verdict verdict = checker.check(event.json(), 0, event.json().length, arrival);
            return verdict instanceof Rejected rejected ? inMessage(rejected, event.origins()) : verdict;
        }
        return checker.check(json, offset, length, arrival);
    }

    private static Rejected inMessage(Rejected rejected, Map<String, String> origins) {
        String pointer = rejected.pointer();
        String field = pointer.isEmpty() ? "" : pointer.substring(1);
        return new Rejected(
                rejected.claimed(), rejected.rule(), origins.getOrDefault(field, pointer), rejected.reason());
    }
}
