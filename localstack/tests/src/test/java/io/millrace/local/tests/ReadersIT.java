package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that share no code with us read what Athena reads, the way their page in {@code docs/readers} says. */
@ExtendWith(LocalPlatform.class)
final class ReadersIT {
    private static final Pattern SNIPPET = Pattern.compile("```(?:python|java)\n(.*?)```", Pattern.DOTALL);
    private static final String TABLE = "local_silver.app_events_silver";

    private static Map<String, String> environment = Map.of();
    private static String expected = "";

    @BeforeAll
    static void fillATable() {
        Python.install();
        LocalPlatform.millrace("simulate", "--source", "web", "--events", "300", "--rate", "300")
                .succeeded();
        LocalPlatform.settle();
        environment = new TreeMap<>(Python.aws());
        environment.put("TABLE", TABLE);
        expected = Long.toString(LocalPlatform.count("select count(*) from " + TABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"boto3", "awswrangler", "pyathena", "pyiceberg", "duckdb"})
    void aPythonReaderCountsWhatAthenaCounts(String reader) throws IOException {
        assertThat(Python.run(snippet(reader, "py"), environment).out().strip()).isEqualTo(expected);
    }

    @Test
    void aJavaReaderCountsWhatAthenaCounts() throws IOException {
        List<String> command = List.of(
                Running.JAVA,
                "-cp",
                System.getProperty("java.class.path"),
                snippet("aws-sdk-java", "java").toString());

        Outcome counted =
                Running.start(command, environment).await(Duration.ofMinutes(2)).succeeded();

        assertThat(counted.out().strip()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test_readers.py", "test_athena.py"})
    void athenasApiIsWhatItsClientsTakeItFor(String tests) {
        Python.run(Python.SOURCES.resolve(tests), environment);
    }

    private static Path snippet(String page, String suffix) throws IOException {
        String text = Files.readString(Checkout.root().resolve("docs/readers/" + page + ".md"));
        Matcher snippet = SNIPPET.matcher(text);
        assertThat(snippet.find()).as("a snippet in the page of " + page).isTrue();
        Path folder = Files.createDirectories(Checkout.root().resolve("localstack/tests/target/readers"));
        // Not named as the package that it imports, which Python would then look for in it.
        return Files.writeString(folder.resolve("read_with_" + page + "." + suffix), snippet.group(1));
    }
}
