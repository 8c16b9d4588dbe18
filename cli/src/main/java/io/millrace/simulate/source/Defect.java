package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One way to break an event.
 *
 * @param rule the rule of its contract that breaks
 * @param damage makes the bytes of the broken event; may change the event it is given
 */
public record Defect(String rule, Function<ObjectNode, byte[]> damage) {

    /** The event is still JSON afterwards. */
    static Defect of(String rule, Consumer<ObjectNode> change) {
        return new Defect(rule, event -> {
            change.accept(event);
            return EventBytes.of(event);
        });
    }
}
