package io.millrace.serving.guard;

/**
 * A text that is not run.
 *
 * @param rule the rule that it breaks: a stable word for programs
 * @param line in the text as sent, from 1
 * @param column in that line, from 1
 * @param reason a sentence for people, without anything that the caller did not send or may not know
 */
public record Refused(Rule rule, int line, int column, String reason) implements Verdict {
    static Refused whole(Rule rule, String reason) {
        return new Refused(rule, 1, 1, reason);
    }
}
