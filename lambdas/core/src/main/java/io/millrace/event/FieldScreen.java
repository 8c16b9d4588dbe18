package io.millrace.event;

import io.millrace.contract.Field;

/** Whether a value surely is what the contract says of its field, told from its bytes. */
interface FieldScreen {
    /** What a look at a value tells. */
    enum Sight {
        /** The event brings no value: a text without a letter. */
        NOTHING,
        /** The value has the field's type, its normal form, and breaks no rule. */
        GOOD,
        /** Perhaps none of this: {@link EventChecker} has to say. */
        UNSURE
    }

    /** Looks at the value, not null, that the walk stands before, and steps over it. */
    Sight look(ByteWalk walk, long receivedAtMicros);

    /**
     * The value of which the last look said that it is good, as a row holds it, a text as {@link TextBytes}.
     *
     * @param walk as the look left it
     */
    Object value(ByteWalk walk);

    /** @param passedOn whether the field's text is passed on as the event has it */
    static FieldScreen of(Field field, boolean passedOn) {
        return switch (field.jsonType()) {
            case STRING -> new TextScreen(field, passedOn);
            case TIMESTAMP, DATE -> new TimeScreen(field);
            case INTEGER, NUMBER -> new NumberScreen(field);
            case BOOLEAN -> new BooleanScreen(field);
            case OBJECT -> new ObjectScreen(field);
        };
    }

    /** The answer for a value that has the field's type and normal form. */
    static Sight judged(Field field, Object value, long receivedAtMicros) {
        return RuleChecks.allHold(field, value, receivedAtMicros) ? Sight.GOOD : Sight.UNSURE;
    }
}
