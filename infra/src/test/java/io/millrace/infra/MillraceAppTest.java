package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.contract.Contracts;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

class MillraceAppTest {
    @ParameterizedTest
    @CsvSource({
        "local, '', '', 000000000000",
        "local, '', 444455556666, 000000000000",
        "prod, '', 444455556666, 444455556666",
        "prod, 777788889999, 444455556666, 777788889999"
    })
    void the_account_is_the_contexts_else_the_files_else_the_credentials(
            String environment, String context, String credentials, String account) {
        App app = context.isEmpty()
                ? app(Map.of("env", environment))
                : app(Map.of("env", environment, "account", context));
        assertThat(MillraceApp.deployment(app, Map.of("CDK_DEFAULT_ACCOUNT", credentials))
                        .names()
                        .account())
                .isEqualTo(account);
    }

    @Test
    void without_an_account_nothing_is_deployed() {
        assertThatThrownBy(() -> MillraceApp.deployment(app(Map.of("env", "prod")), Map.of()))
                .hasMessageStartingWith("Cannot deploy environment prod: no account;");
    }

    @Test
    void without_an_environment_nothing_is_deployed() {
        assertThatThrownBy(() -> MillraceApp.deployment(app(Map.of()), Map.of()))
                .hasMessageStartingWith("Cannot choose an environment:");
    }

    @Test
    void the_migration_is_told_of_the_contracts_in_this_build() {
        assertThat(MillraceApp.deployment(app(Map.of("env", "local")), Map.of()).contractsDigest())
                .isEqualTo(Contracts.bundled().digest())
                .isNotEmpty();
    }

    private static App app(Map<String, Object> context) {
        Map<String, Object> all = new HashMap<>(context);
        all.put("environments", Synthesised.ENVIRONMENTS.toString());
        return new App(AppProps.builder().context(all).build());
    }
}
