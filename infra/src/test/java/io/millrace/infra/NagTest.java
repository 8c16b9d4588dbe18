package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;

class NagTest {
    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void an_environment_has_no_finding_without_a_reason(String environment) {
        assertThat(Synthesised.of(environment).findings()).isEmpty();
    }

    @Test
    void a_careless_bucket_is_found_also_after_other_apps_were_synthesised() {
        Synthesised.of("dev");
        Stack stack = new Stack(new App(), "Careless");
        Bucket bucket = new Bucket(stack, "Bucket");
        assertThat(Findings.of(stack))
                .containsExactlyInAnyOrder(
                        "AwsSolutions-S1 at Careless/Bucket/Resource", "AwsSolutions-S10 at Careless/Bucket/Resource");

        Nag.acknowledge(bucket, "AwsSolutions-S1", "It is only an example");
        assertThat(Findings.of(stack)).containsExactly("AwsSolutions-S10 at Careless/Bucket/Resource");
    }
}
