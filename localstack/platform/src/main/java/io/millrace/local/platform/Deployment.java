package io.millrace.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The CDK app of this checkout, deployed to the emulated account. */
final class Deployment {

    private final Layout layout;
    private final Addresses addresses;
    private final Map<String, String> inherited;
    private final String region;

    Deployment(Layout layout, Addresses addresses, Map<String, String> inherited) {
        this.layout = layout;
        this.addresses = addresses;
        this.inherited = inherited;
        this.region = AwsEnvironment.region(inherited);
    }

    /** Digest of all that makes a difference to the account: the app, contracts, queries, addresses written into it. */
    String digest() {
        Path infra = layout.project().resolve("infra");
        return new Fingerprint()
                .libraries(infra.resolve("target/app/lib"))
                .tree(infra.resolve("environments"))
                .file(layout.project().resolve("cdk.json"))
                .tree(layout.project().resolve("contracts"))
                .tree(layout.project().resolve("athena-queries"))
                .texts(context())
                .hex();
    }

    /** Whether every stack of the last synthesis stands in the account. */
    boolean stands() {
        Set<String> expected = synthesisedStacks();
        return !expected.isEmpty() && account().deployedStacks().containsAll(expected);
    }

    /** Synthesises and deploys with the ordinary CDK command. */
    void run(CdkCommand cdk) {
        Path lib = layout.project().resolve("infra/target/app/lib");
        if (!Files.isDirectory(lib)) {
            throw new PlatformException("Cannot deploy: " + lib + " is not built; run mvn -DskipTests package");
        }
        Map<String, String> environment =
                new TreeMap<>(AwsEnvironment.emulated(inherited, addresses.emulatorUrl(), layout.noProfiles()));
        environment.put("CDK_DISABLE_CLI_TELEMETRY", "true");
        environment.put("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1");
        environment.put("JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION", "1");
        List<String> command = new java.util.ArrayList<>(List.of(
                cdk.executable().toString(),
                "deploy",
                "--all",
                "--require-approval",
                "never",
                "--method",
                "direct",
                "--concurrency",
                "4",
                "--no-notices",
                "--no-color",
                "--ci",
                "--progress",
                "events",
                "--output",
                layout.synthesised().toString()));
        command.addAll(context());
        new ExternalCommand(command, layout.project(), environment, layout.log("deploy"))
                .run("deploy to the emulated account");
        new NamedQueries(account()).make(layout.synthesised());
    }

    private EmulatedAccount account() {
        return new EmulatedAccount(addresses.emulatorUrl(), region);
    }

    private List<String> context() {
        return List.of(
                "-c",
                "env=local",
                "-c",
                "region=" + region,
                "-c",
                "lambdaHost=" + addresses.hostUrl() + "/",
                "-c",
                "gateway=" + addresses.gatewayUrl());
    }

    private Set<String> synthesisedStacks() {
        Path manifest = layout.synthesised().resolve("manifest.json");
        if (!Files.exists(manifest)) {
            return Set.of();
        }
        try {
            Set<String> names = new HashSet<>();
            new ObjectMapper()
                    .readTree(manifest.toFile())
                    .path("artifacts")
                    .properties()
                    .forEach(artifact -> {
                        JsonNode value = artifact.getValue();
                        if (value.path("type").asText().equals("aws:cloudformation:stack")) {
                            names.add(value.path("properties").path("stackName").asText(artifact.getKey()));
                        }
                    });
            return names;
        } catch (IOException e) {
            throw new PlatformException("Cannot read " + manifest + ": " + e.getMessage(), e);
        }
    }
}
