package io.millrace.redrive;

import java.time.Instant;

/**
 * A call of a function that failed to the end of its retries.
 *
 * @param queue where it lies, without the environment
 * @param function that was called, without the environment
 * @param failedAt when it got there
 * @param error what the function answered; empty where nobody wrote it down
 */
public record DeadLetter(String queue, String function, Instant failedAt, String error) {}
