/** A stand-in for Slack: what would be posted there can be read here. */
@NullMarked
package io.millrace.local.gateway.slack;

import org.jspecify.annotations.NullMarked;
