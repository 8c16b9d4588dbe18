package io.millrace.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v20.11.1                  | true  | tool 20.11.1
            tool 18.19                | true  | tool 18.19
            Apache Tool 18.4 (abc123) | true  | tool 18.4
            19                        | true  | tool 19
            the \u001b[1mTool 18.5\u001b[m | true  | tool 18.5
            18.3.9                    | false | tool is 18.3.9, needed is tool 18.4 or newer
            17.9                      | false | tool is 17.9, needed is tool 18.4 or newer
            unknown                   | false | tool has no version in 'unknown'
            """)
    void comparesVersionsAsNumbers(String said, boolean fine, String what) {
        Finding finding = new Tool("tool", List.of("echo", said), 18, 4, "install it").look();

        assertThat(finding).isEqualTo(fine ? Finding.fine(what) : Finding.broken(what, "install it"));
    }

    @Test
    void saysWhenAToolIsMissing() {
        assertThat(new Tool("tool", List.of("no-such-command-here"), 18, 4, "install it").look())
                .isEqualTo(Finding.broken("no tool 18.4 or newer", "install it"));
    }
}
