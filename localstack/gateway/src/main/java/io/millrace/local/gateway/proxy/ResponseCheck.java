package io.millrace.local.gateway.proxy;

import io.millrace.local.gateway.wire.Reply;
import org.jspecify.annotations.Nullable;

/** Looks at a response's status before anything of it is passed on. */
@FunctionalInterface
public interface ResponseCheck {
    /** Passes everything. */
    ResponseCheck NONE = status -> null;

    /** The reply to give instead; null to pass the response on. */
    @Nullable
    Reply instead(int status);
}
