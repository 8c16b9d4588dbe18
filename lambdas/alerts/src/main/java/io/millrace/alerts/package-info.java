/** From what arrives on the topics to a message that people read: read, complete, fold, send. */
@NullMarked
package io.millrace.alerts;

import org.jspecify.annotations.NullMarked;
