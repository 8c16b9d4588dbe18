package io.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class MillraceTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine millrace = Millrace.commandLine(new PrintWriter(out, true), new PrintWriter(err, true));

    static Stream<String> commands() {
        return names("", Millrace.commandLine()).stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void explainsEveryCommandWithAnExample(String command) {
        int exit = millrace.execute(words(command + " --help"));

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("Usage: ", "millrace " + command);
        assertThat(out.toString()).containsPattern("(Example|Start with).*\\R? *(\\./)?millrace " + command);
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                                 | name a command
            quarantine                                         | name a subcommand
            quarantine list --stage gate                       | expected one of
            quarantine list --from yesterday                   | 'yesterday' is not a duration like
            quarantine show --from 1h --to 2h                  | nothing is between
            quarantine replay --stage decode --dry-run         | could not be read as events
            quarantine replay --dataset undecodable            | Cannot replay undecodable
            trace                                              | Missing required
            pause                                              | Missing required
            pause nothing                                      | Cannot find a contract of dataset nothing
            resume orders --timeout 7                          | '7' is not a duration like
            drain nothing                                      | Cannot find a contract of dataset nothing
            trace x --since 7                                  | '7' is not a duration like
            logs -n -1                                         | Cannot show -1 lines
            dance                                              | Unmatched argument
            simulate --events many                             | 'many' is not an int
            simulate --patience 2 --url http://x --key k       | '2' is not a duration like
            simulate --duplicates 2 --url http://x --key k     | Cannot simulate with duplicates 2.0
            simulate --seed -1 --url http://x --key k          | Cannot simulate with seed -1
            simulate files                                     | Missing required option: '--out=DIR'
            simulate --source tv --url http://x --key k        | Cannot simulate source 'tv'
            send                                               | Missing required
            send absent.csv --dataset clickstream              | Cannot read absent.csv: no such file
            """)
    void exitsWithTwoAndOneLineOnWrongUse(String arguments, String message) {
        int exit = millrace.execute(words(arguments));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void showsTheStackTraceWhenAsked() {
        millrace.execute("send", "absent.csv", "--dataset", "clickstream", "--verbose");

        assertThat(err.toString()).contains("\tat io.millrace.cli.");
    }

    private static String[] words(String line) {
        return Pattern.compile(" +")
                .splitAsStream(line.strip())
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    private static List<String> names(String prefix, CommandLine command) {
        List<String> names = new ArrayList<>(List.of(prefix));
        command.getSubcommands()
                .forEach((name, subcommand) -> names.addAll(names((prefix + " " + name).strip(), subcommand)));
        return names;
    }
}
