/** What arrives on the topics, and what it means. */
@NullMarked
package io.millrace.alerts.notice;

import org.jspecify.annotations.NullMarked;
