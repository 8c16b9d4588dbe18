/** Slack, by incoming webhooks. */
@NullMarked
package io.millrace.alerts.slack;

import org.jspecify.annotations.NullMarked;
