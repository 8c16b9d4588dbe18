/** What the platform's parts say when somebody should look: one message, the same for all who send and receive it. */
@NullMarked
package io.millrace.alert;

import org.jspecify.annotations.NullMarked;
