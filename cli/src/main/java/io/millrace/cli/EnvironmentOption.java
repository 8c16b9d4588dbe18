package io.millrace.cli;

import io.millrace.local.platform.Platform;
import io.millrace.target.Target;
import io.millrace.target.Targets;
import picocli.CommandLine.Option;

/** Which environment a command works on. */
final class EnvironmentOption {

    @Option(
            names = "--env",
            paramLabel = "ENV",
            description = "Environment: local, or one in your AWS account, as in dev, staging, prod (default: local).")
    private String env = Target.LOCAL;

    /** Where to reach it; for local the platform must run. */
    Target target() {
        return env.equals(Target.LOCAL) ? Targets.local(platform()) : Targets.aws(env);
    }

    /** Whether there is something to reach: an account's environment is asked, a local platform must run. */
    boolean isReachable() {
        return !env.equals(Target.LOCAL) || platform().status().running();
    }

    /** The local platform, for commands that know no other. */
    Platform localPlatform(String verb) {
        if (!env.equals(Target.LOCAL)) {
            throw new IllegalArgumentException(
                    "Cannot " + verb + " environment " + env + ": that is for local; deploy others with the CDK");
        }
        return platform();
    }

    private static Platform platform() {
        return Platform.at(Checkout.root());
    }
}
