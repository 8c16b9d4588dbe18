package io.millrace.alerts.notice;

import java.time.Instant;

/**
 * One message of an SNS topic.
 *
 * @param id SNS's own; the same when it delivers a message again
 * @param subject empty for none
 * @param message as it was published
 * @param at when it was published
 */
public record Notification(String id, String subject, String message, Instant at) {}
