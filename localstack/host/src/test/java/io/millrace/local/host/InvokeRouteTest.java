package io.millrace.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.millrace.local.host.assembly.Assembly;
import io.millrace.local.host.assembly.FunctionDefinition;
import io.millrace.local.host.runtime.FunctionConfiguration;
import io.millrace.local.host.runtime.Functions;
import io.millrace.local.host.runtime.PackageStore;
import io.millrace.local.host.runtime.SamplePackage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the emulator is answered over HTTP. */
class InvokeRouteTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private InvokeRoute route;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        Functions functions = new Functions(
                name -> Optional.of(new FunctionConfiguration(
                        name,
                        "arn",
                        "io.millrace.local.host.runtime.SampleHandlers$" + name,
                        Duration.ofSeconds(30),
                        512,
                        Map.of("GREETING", "hello"))),
                new PackageStore(folder.resolve("copies")),
                Map.of(),
                4,
                InstantSource.system());
        Path built = SamplePackage.write(folder.resolve("package"), "one");
        functions.deploy(new Assembly(
                "1",
                Map.of(
                        "Echo", new FunctionDefinition("Echo", built, null),
                        "Thrower", new FunctionDefinition("Thrower", built, null),
                        "Counter", new FunctionDefinition("Counter", built, 0)),
                List.of(),
                List.of()));
        route = new InvokeRoute(functions);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", route);
        server.createContext(FaultsRoute.PATH, new FaultsRoute(functions));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAnswerIsTheBodyOfA200() throws Exception {
        HttpResponse<String> answer = invoke("Echo");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello Echo event request-1");
    }

    @Test
    void aFunctionErrorIsA500SoThatTheEmulatorTakesItForOne() throws Exception {
        HttpResponse<String> answer = invoke("Thrower");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("X-Amz-Function-Error")).hasValue("Unhandled");
        assertThat(answer.body()).contains("\"errorMessage\":\"outer\"");
    }

    @Test
    void aThrottledEventIsA429() throws Exception {
        assertThat(invoke("Counter").statusCode()).isEqualTo(429);
    }

    @Test
    void anUnknownFunctionIsA503() throws Exception {
        assertThat(invoke("Unknown").statusCode()).isEqualTo(503);
    }

    @Test
    void aRequestThatNamesNoFunctionIsA400() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address())
                .POST(HttpRequest.BodyPublishers.ofString("event"))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatComesWhileTheHostStopsIsA503() throws Exception {
        route.drain(Instant.now());
        assertThat(invoke("Echo").statusCode()).isEqualTo(503);
    }

    @Test
    void theSwitchForFaultsHasTheNextInvocationsFailAndTellsHowManyAreLeft() throws Exception {
        assertThat(faults("Echo", "PUT", "1").statusCode()).isEqualTo(200);
        assertThat(invoke("Echo").body()).contains("Runtime.ExitError");
        assertThat(faults("Echo", "GET", "").body()).isEqualTo("{\"left\":0}");
        assertThat(invoke("Echo").statusCode()).isEqualTo(200);
        assertThat(faults("Echo", "PUT", "many").statusCode()).isEqualTo(400);
        assertThat(faults("Unknown", "PUT", "1").statusCode()).isEqualTo(404);
    }

    @Test
    void aFunctionThatIsStoppedStartsNothingUntilItMayGoOn() throws Exception {
        assertThat(faults("Echo", "PUT", "stopped").statusCode()).isEqualTo(200);
        assertThat(invoke("Echo").body()).contains("Runtime.ExitError");
        assertThat(invoke("Echo").body()).contains("Runtime.ExitError");
        assertThat(faults("Echo", "PUT", "0").statusCode()).isEqualTo(200);
        assertThat(invoke("Echo").statusCode()).isEqualTo(200);
        assertThat(faults("Unknown", "PUT", "stopped").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> faults(String function, String method, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address().resolve(FaultsRoute.PATH + function))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> invoke(String function) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address())
                .header("X-Amzn-Lambda-Function-Name", function)
                .header("X-Amzn-Lambda-Request-Id", "request-1")
                .POST(HttpRequest.BodyPublishers.ofString("event"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/invoke");
    }
}
