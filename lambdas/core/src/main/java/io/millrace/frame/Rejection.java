package io.millrace.frame;

/**
 * Why the door rejected an event that it still keeps.
 *
 * @param rule name of the contract's rule that failed
 * @param pointer JSON pointer to the value, empty for the event as a whole
 * @param reason a sentence for a person
 */
public record Rejection(String rule, String pointer, String reason) {}
