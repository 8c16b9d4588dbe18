package io.millrace.infra;

import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.IStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/** A stack of the platform in its environment's account and region. */
abstract class PlatformStack extends Stack {
    protected final Deployment deployment;

    PlatformStack(Construct scope, String capability, String description, Deployment deployment) {
        super(scope, deployment.names().stack(capability), props(capability, description, deployment));
        this.deployment = deployment;
        Tags.of(this).add("millrace:environment", deployment.environment().name());
    }

    protected void output(String id, String value) {
        CfnOutput.Builder.create(this, id).value(value).build();
    }

    private static StackProps props(String capability, String description, Deployment deployment) {
        Names names = deployment.names();
        return StackProps.builder()
                .stackName(names.stack(capability))
                .description(description)
                .env(software.amazon.awscdk.Environment.builder()
                        .account(names.account())
                        .region(names.region())
                        .build())
                .terminationProtection(deployment.environment().storage().deletionProtection())
                .synthesizer(synthesizer(deployment))
                .build();
    }

    /** An emulated deployment uploads nothing, so it needs no bootstrapped account. */
    private static IStackSynthesizer synthesizer(Deployment deployment) {
        return deployment.environment().emulated() ? new BootstraplessSynthesizer() : new DefaultStackSynthesizer();
    }
}
