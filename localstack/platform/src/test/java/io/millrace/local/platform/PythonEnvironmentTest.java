package io.millrace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installs an empty list of requirements: a real environment, without a network. */
class PythonEnvironmentTest {

    @TempDir
    Path folder;

    private Path requirements;
    private PythonEnvironment python;

    @BeforeEach
    void requireNothing() throws IOException {
        requirements = folder.resolve("checkout/localstack/requirements.txt");
        Files.createDirectories(requirements.getParent());
        Files.writeString(requirements, "# nothing\n");
        python = environmentIn("state");
    }

    @Test
    void anEnvironmentIsMadeOnceAndAgainWhenItsRequirementsChange() throws IOException {
        assertThat(python.current()).isFalse();
        python.prepare(Progress.silent());
        assertThat(python.current()).isTrue();

        Files.writeString(requirements, "# nothing else\n");
        assertThat(python.current()).isFalse();
    }

    @Test
    void anEnvironmentThatWasMovedIsMadeAgain() throws IOException {
        python.prepare(Progress.silent());
        Files.move(folder.resolve("state"), folder.resolve("moved"));

        assertThat(environmentIn("moved").current()).isFalse();
    }

    private PythonEnvironment environmentIn(String state) {
        return new PythonEnvironment(
                new Layout(folder.resolve("checkout"), folder.resolve(state)), Map.copyOf(System.getenv()));
    }
}
