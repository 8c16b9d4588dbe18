package io.millrace.local.host.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.host.assembly.Assembly;
import io.millrace.local.host.assembly.FunctionDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionsTest {

    private static final String NAME = "millrace-local-sample";

    @TempDir
    Path folder;

    private final Map<String, FunctionConfiguration> deployed = new HashMap<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T10:00:00Z"));
    private Functions functions;
    private boolean emulatorAway;

    @BeforeEach
    void startRuntime() throws IOException {
        functions = new Functions(
                name -> {
                    if (emulatorAway) {
                        throw new IllegalStateException("Connection refused");
                    }
                    return Optional.ofNullable(deployed.get(name));
                },
                new PackageStore(folder.resolve("copies")),
                Map.of("AWS_REGION", "us-east-1"),
                4,
                now::get);
    }

    @Test
    void theHandlerSeesItsVariablesTheEventAndTheRequest() throws IOException {
        deploy("Echo", Duration.ofSeconds(5));
        assertThat(text(functions.invoke(NAME, "request-1", bytes("event"))))
                .isEqualTo("hello " + NAME + " event request-1");
    }

    @Test
    void oneEnvironmentServesEventsThatComeOneByOne() throws IOException {
        deploy("Counter", Duration.ofSeconds(5));
        functions.invoke(NAME, "1", bytes(""));
        assertThat(text(functions.invoke(NAME, "2", bytes("")))).isEqualTo("2");
    }

    @Test
    void aPackageSeesTheJdkAndNothingOfTheHost() throws IOException {
        deploy("Spy", Duration.ofSeconds(5));
        assertThat(text(functions.invoke(NAME, "1", bytes("")))).isEqualTo("false true");
    }

    @Test
    void aThrownExceptionIsAnsweredWithItsCause() throws IOException {
        deploy("Thrower", Duration.ofSeconds(5));
        JsonNode error = error(functions.invoke(NAME, "1", bytes("")));
        assertThat(error.path("errorMessage").asText()).isEqualTo("outer");
        assertThat(error.path("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(error.path("stackTrace").path(0).asText()).contains("Thrower.handleRequest");
        assertThat(error.path("cause").path("errorMessage").asText()).isEqualTo("inner");
        assertThat(functions.status().get(0).lastError()).isEqualTo("java.lang.IllegalStateException: outer");
    }

    @Test
    void aHandlerThatCannotBeMadeIsAFunctionErrorEachTime() throws IOException {
        deploy("Unmakeable", Duration.ofSeconds(5));
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(error(functions.invoke(NAME, "1", bytes("")))
                            .path("errorMessage")
                            .asText())
                    .isEqualTo("Missing environment variable MILLRACE_STREAM");
        }
        assertThat(functions.status().get(0).idleEnvironments()).isZero();
    }

    @Test
    void aHandlerClassThatIsNotInThePackageIsAFunctionError() throws IOException {
        deploy("Missing", Duration.ofSeconds(5));
        assertThat(error(functions.invoke(NAME, "1", bytes("")))
                        .path("errorType")
                        .asText())
                .isEqualTo("java.lang.ClassNotFoundException");
    }

    @Test
    void aFunctionThatTakesTooLongIsAnsweredForAndItsInstanceDiscarded() throws IOException {
        deploy("Sleeper", Duration.ofMillis(200));
        assertThat(text(functions.invoke(NAME, "1", bytes("quick")))).isEqualTo("1");
        assertThat(error(functions.invoke(NAME, "2", bytes("slow")))
                        .path("errorMessage")
                        .asText())
                .isEqualTo("RequestId: 2 Error: Task timed out after 0.20 seconds");
        assertThat(text(functions.invoke(NAME, "3", bytes("quick")))).isEqualTo("1");
    }

    @Test
    void aFunctionThatRunsOutOfMemoryIsAnsweredForAndItsInstanceDiscarded() throws IOException {
        deploy("Hoarder", Duration.ofSeconds(30));
        assertThat(text(functions.invoke(NAME, "1", bytes("")))).isEqualTo("1");
        assertThat(error(functions.invoke(NAME, "2", bytes("all")))
                        .path("errorType")
                        .asText())
                .isEqualTo("java.lang.OutOfMemoryError");
        assertThat(text(functions.invoke(NAME, "3", bytes("")))).isEqualTo("1");
    }

    @Test
    void eventsBeyondTheReservedConcurrencyAreThrottled() throws IOException {
        deploy("Sleeper", Duration.ofSeconds(30), 1, "one");
        CompletableFuture<Invocation> slow =
                CompletableFuture.supplyAsync(() -> functions.invoke(NAME, "1", bytes("slow")));
        while (functions.status().get(0).busyEnvironments() == 0) {
            Thread.onSpinWait();
        }
        assertThat(functions.invoke(NAME, "2", bytes("quick"))).isInstanceOf(Invocation.Throttled.class);
        assertThat(functions.status().get(0).throttles()).isEqualTo(1);
        assertThat(slow).isNotDone();
    }

    @Test
    void aNewPackageServesLaterInvocations() throws IOException {
        deploy("Counter", Duration.ofSeconds(5));
        functions.invoke(NAME, "1", bytes(""));
        deploy("Counter", Duration.ofSeconds(5), null, "two");
        assertThat(text(functions.invoke(NAME, "2", bytes("")))).isEqualTo("1");
    }

    @Test
    void deployingTheSamePackageAgainKeepsItsEnvironments() throws IOException {
        deploy("Counter", Duration.ofSeconds(5));
        functions.invoke(NAME, "1", bytes(""));
        functions.deploy(assembly(folder.resolve("package"), null));
        assertThat(text(functions.invoke(NAME, "2", bytes("")))).isEqualTo("2");
    }

    @Test
    void aRunningPackageDoesNotChangeWhenItsFolderDoes() throws IOException {
        deploy("Counter", Duration.ofSeconds(5));
        Files.delete(folder.resolve("package/lib/function.jar"));
        assertThat(text(functions.invoke(NAME, "1", bytes("")))).isEqualTo("1");
    }

    @Test
    void aChangedConfigurationMakesNewEnvironmentsWithinASecond() throws IOException {
        deploy("Counter", Duration.ofSeconds(5));
        functions.invoke(NAME, "1", bytes(""));
        deployed.put(NAME, configuration("Echo", Duration.ofSeconds(5)));
        now.set(now.get().plusSeconds(1));
        assertThat(text(functions.invoke(NAME, "2", bytes("x")))).startsWith("hello");
    }

    @Test
    void aFunctionThatIsNotDeployedNeverSeesTheEvent() throws IOException {
        deploy("Counter", Duration.ofSeconds(5));
        deployed.clear();
        assertThat(functions.invoke(NAME, "1", bytes(""))).isInstanceOf(Invocation.Unavailable.class);
        assertThat(functions.invoke("unknown", "1", bytes(""))).isInstanceOf(Invocation.Unavailable.class);
    }

    @Test
    void whileNobodyCanBeAskedTheLastConfigurationServesOn() throws IOException {
        deploy("Counter", Duration.ofSeconds(5));
        emulatorAway = true;
        assertThat(functions.invoke(NAME, "1", bytes(""))).isInstanceOf(Invocation.Unavailable.class);
        emulatorAway = false;
        functions.invoke(NAME, "2", bytes(""));
        emulatorAway = true;
        now.set(now.get().plusSeconds(5));
        assertThat(text(functions.invoke(NAME, "3", bytes("")))).isEqualTo("2");
    }

    @Test
    void everyOtherFailureForATestNeverStartsAndTheOthersLoseTheirAnswer() throws IOException {
        deploy("Counter", Duration.ofSeconds(5));
        assertThat(functions.failNext(NAME, 2)).isTrue();
        assertThat(functions.invoke(NAME, "1", bytes(""))).isInstanceOf(Invocation.Failed.class);
        assertThat(functions.stillToFail(NAME)).isEqualTo(1);
        assertThat(functions.invoke(NAME, "2", bytes(""))).isInstanceOf(Invocation.Failed.class);
        assertThat(text(functions.invoke(NAME, "3", bytes("")))).isEqualTo("2");
        assertThat(functions.failNext("unknown", 1)).isFalse();
    }

    @Test
    void aPackageThatIsNotBuiltIsAProblemAndNoMore() {
        assertThat(functions.deploy(assembly(folder.resolve("nowhere"), null)))
                .singleElement()
                .asString()
                .contains(NAME)
                .contains("nowhere");
    }

    private void deploy(String handler, Duration timeout) throws IOException {
        deploy(handler, timeout, null, "one");
    }

    private void deploy(String handler, Duration timeout, Integer reserved, String version) throws IOException {
        deployed.put(NAME, configuration(handler, timeout));
        Path built = SamplePackage.write(folder.resolve("package"), version);
        assertThat(functions.deploy(assembly(built, reserved))).isEmpty();
    }

    private static FunctionConfiguration configuration(String handler, Duration timeout) {
        return new FunctionConfiguration(
                NAME,
                "arn:aws:lambda:us-east-1:000000000000:function:" + NAME,
                "io.millrace.local.host.runtime.SampleHandlers$" + handler + "::handleRequest",
                timeout,
                512,
                Map.of("GREETING", "hello"));
    }

    private static Assembly assembly(Path built, Integer reserved) {
        return new Assembly("1", Map.of(NAME, new FunctionDefinition(NAME, built, reserved)), List.of(), List.of());
    }

    private static String text(Invocation result) {
        return new String(((Invocation.Succeeded) result).payload(), StandardCharsets.UTF_8);
    }

    private static JsonNode error(Invocation result) throws IOException {
        return new ObjectMapper().readTree(((Invocation.Failed) result).error());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
