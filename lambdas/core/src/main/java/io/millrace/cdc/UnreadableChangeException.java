package io.millrace.cdc;

/** A record that is meant to be a change and cannot be read as one. Never leaves this package. */
final class UnreadableChangeException extends Exception {
    private static final long serialVersionUID = 1;

    private final String rule;
    private final String pointer;
    private final String reason;

    /**
     * @param rule one of {@link io.millrace.event.Rules}
     * @param pointer to the value in the record
     * @param reason one sentence for the sender, quoting nothing of the record
     */
    UnreadableChangeException(String rule, String pointer, String reason) {
        super("Cannot read change: " + pointer + " " + reason, null, false, false);
        this.rule = rule;
        this.pointer = pointer;
        this.reason = reason;
    }

    String rule() {
        return rule;
    }

    String pointer() {
        return pointer;
    }

    String reason() {
        return reason;
    }
}
