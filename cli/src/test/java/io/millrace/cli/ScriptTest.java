package io.millrace.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shell script in front of the command, on machines that lack something: one line says what and how to get it. */
class ScriptTest {

    private static final List<String> OF_EVERY_SYSTEM = List.of(
            "bash", "cat", "dirname", "env", "find", "grep", "head", "ln", "mkdir", "mv", "rm", "sed", "sleep", "tail",
            "touch");

    /** What each tool prints; the last but one word of Java's. */
    private static final Map<String, String> SUFFICIENT = Map.of(
            "java", "openjdk version \"17.0.9\" 2023-10-17",
            "javac", "javac 17.0.9",
            "mvn", "Apache Maven 3.9.6",
            "node", "v20.11.1",
            "npm", "10.2.4",
            "python3", "3.11");

    @TempDir
    private Path machine = Path.of("");

    @ParameterizedTest(name = "{0} with {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            status | java    |                       | Java 17 or newer is needed, found 'none' as java: install a JDK
            status | java    | java version "11.0.2" | Java 17 or newer is needed, found '11.0.2' as java
            status | java    | openjdk version "8"   | Java 17 or newer is needed, found '8' as java
            status | javac   |                       | a JDK is needed, found only a Java runtime as java
            status | mvn     |                       | Maven is needed, found no mvn: install Maven 3.8 or newer
            up     | node    |                       | Node 20 or newer is needed, found 'none': install Node.js
            up     | node    | v18.19.0              | Node 20 or newer is needed, found 'v18.19.0'
            up     | npm     |                       | npm is needed, found none
            up     | python3 |                       | Python 3.11 or newer is needed, found 'none' as python3
            demo   | python3 | 3.9                   | Python 3.11 or newer is needed, found '3.9' as python3
            """)
    void namesWhatIsMissing(String command, String tool, String says, String message) throws Exception {
        Map<String, String> tools = new TreeMap<>(SUFFICIENT);
        tools.remove(tool);
        if (says != null) {
            tools.put(tool, says);
        }

        Process millrace = start(tools, command);

        assertThat(new String(millrace.getErrorStream().readAllBytes(), UTF_8))
                .startsWith("millrace: " + message)
                .hasLineCount(1);
        assertThat(millrace.waitFor()).isEqualTo(1);
    }

    private Process start(Map<String, String> tools, String command) throws IOException {
        Path bin = Files.createDirectory(machine.resolve("bin"));
        for (String name : OF_EVERY_SYSTEM) {
            Files.createSymbolicLink(bin.resolve(name), real(name));
        }
        for (Map.Entry<String, String> tool : tools.entrySet()) {
            Path file = bin.resolve(tool.getKey());
            Files.writeString(file, "#!/usr/bin/env bash\necho '" + tool.getValue() + "'\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path checkout = Files.createDirectory(machine.resolve("checkout"));
        Path script = Files.copy(Checkout.root().resolve("millrace"), checkout.resolve("millrace"));
        ProcessBuilder builder =
                new ProcessBuilder(real("bash").toString(), script.toString(), command).directory(checkout.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        return builder.start();
    }

    private static Path real(String name) {
        return Stream.of(Objects.requireNonNull(System.getenv("PATH")).split(":", -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("This machine has no " + name));
    }
}
