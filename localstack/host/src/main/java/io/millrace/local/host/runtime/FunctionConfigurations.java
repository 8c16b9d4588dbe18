package io.millrace.local.host.runtime;

import java.util.Optional;

/** Where the configuration of deployed functions is asked for. */
public interface FunctionConfigurations {

    /** The current configuration, or empty if no function of this name is deployed. Throws if nobody can be asked. */
    Optional<FunctionConfiguration> current(String functionName);
}
