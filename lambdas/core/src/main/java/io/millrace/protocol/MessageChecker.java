package io.millrace.protocol;

import io.millrace.contract.Contract;
import io.millrace.event.Arrival;
import io.millrace.event.Checker;
import io.millrace.event.Claimed;
import io.millrace.event.EventScreen;
import io.millrace.event.Judgment;
import io.millrace.event.Rejected;
import io.millrace.event.Screened;
import io.millrace.event.Verdict;
import io.millrace.format.Checkers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds what came in, in whatever protocol, to a contract: a message is read as an event, and the event is checked. The
 * verdict's pointers lead into the message as it was received.
 */
public final class MessageChecker {
    private final Checker checker;
    private final EventScreen screen;
    private final Translator segment;
    private final Translator cloudEvents;

    public MessageChecker(Contract contract) {
        this.checker = Checkers.of(contract);
        this.screen = new EventScreen(contract);
        this.segment = new SegmentTranslator(contract);
        this.cloudEvents = new CloudEventTranslator(contract);
    }

    /**
     * Looks at a plain event whose end is not known yet, as {@link EventScreen} does.
     *
     * @param limit where the bytes end that the event may be of
     * @return null for an event of which nothing is sure
     */
    public @Nullable Screened screen(byte[] json, int offset, int limit, Arrival arrival) {
        return screen.screen(json, offset, limit, arrival);
    }

    /**
     * Judges one message for who passes its bytes on and needs no values of it: the same judgment as {@link #check}'s, at
     * a lower price for most plain events. Never throws for what the bytes hold.
     *
     * @param arrival what is known of the message besides its bytes
     */
    public Judgment judge(Protocol protocol, byte[] json, int offset, int length, Arrival arrival) {
        Screened screened = protocol == Protocol.PLAIN ? screen.screen(json, offset, offset + length, arrival) : null;
        return screened != null && screened.end() == offset + length
                ? screened
                : check(protocol, json, offset, length, arrival);
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
