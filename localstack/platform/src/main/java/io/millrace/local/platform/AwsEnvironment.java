package io.millrace.local.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Environment variables of programs that talk to the emulated account, and can never reach a real one. */
final class AwsEnvironment {

    static final String ACCOUNT = "000000000000";
    static final String ACCESS_KEY = "test";
    static final String SECRET_KEY = "test";

    private AwsEnvironment() {}

    /** {@code MILLRACE_REGION}, or us-east-1. */
    static String region(Map<String, String> environment) {
        return environment.getOrDefault("MILLRACE_REGION", "us-east-1");
    }

    /** The inherited environment without anything of the person's own AWS accounts or proxies. */
    static Map<String, String> isolated(Map<String, String> inherited) {
        Map<String, String> environment = new TreeMap<>(inherited);
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("NO_PROXY", "127.0.0.1,localhost");
        environment.put("no_proxy", "127.0.0.1,localhost");
        return environment;
    }

    /**
     * The {@linkplain #isolated isolated} environment with the emulated account's endpoint and credentials.
     *
     * @param noProfiles an empty file, in place of the person's profiles
     */
    static Map<String, String> emulated(Map<String, String> inherited, URI endpoint, Path noProfiles) {
        Map<String, String> environment = isolated(inherited);
        String region = region(inherited);
        environment.put("AWS_ENDPOINT_URL", endpoint.toString());
        environment.put("AWS_REGION", region);
        environment.put("AWS_DEFAULT_REGION", region);
        environment.put("AWS_ACCESS_KEY_ID", ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", SECRET_KEY);
        environment.put("AWS_CONFIG_FILE", noProfiles.toString());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", noProfiles.toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        return environment;
    }
}
