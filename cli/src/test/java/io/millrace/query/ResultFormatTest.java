package io.millrace.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.query.ResultTable.ResultColumn;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultFormatTest {

    private static final ResultTable TABLE = new ResultTable(
            List.of(
                    new ResultColumn("page", "varchar"),
                    new ResultColumn("clicks", "bigint"),
                    new ResultColumn("share", "double"),
                    new ResultColumn("bot", "boolean")),
            List.of(
                    Arrays.asList("/home, \"new\"", "1200", "0.5", "false"),
                    Arrays.asList("two\nlines", null, "NaN", "true"),
                    Arrays.asList("", "-7", "1.5E10", null)));

    @Test
    void alignsATableWithNumbersToTheRight() {
        assertThat(ResultFormat.TABLE.print(TABLE)).isEqualTo("""
                page          clicks   share  bot
                ------------  ------  ------  -----
                /home, "new"    1200     0.5  false
                two\\nlines               NaN  true
                                  -7  1.5E10
                """);
    }

    @Test
    void quotesCsvWhereItMust() {
        assertThat(ResultFormat.CSV.print(TABLE)).isEqualTo("""
                page,clicks,share,bot
                "/home, ""new""\",1200,0.5,false
                "two
                lines",,NaN,true
                "",-7,1.5E10,
                """);
    }

    @Test
    void givesJsonItsOwnTypes() {
        assertThat(ResultFormat.JSON.print(TABLE)).isEqualTo("""
                [{"page":"/home, \\"new\\"","clicks":1200,"share":0.5,"bot":false},
                 {"page":"two\\nlines","clicks":null,"share":"NaN","bot":true},
                 {"page":"","clicks":-7,"share":1.5E+10,"bot":null}]
                """);
    }

    @ParameterizedTest
    @EnumSource(ResultFormat.class)
    void printsAnEmptyResult(ResultFormat format) {
        ResultTable empty = new ResultTable(List.of(new ResultColumn("a", "varchar")), List.of());

        assertThat(format.print(empty))
                .isEqualTo(
                        switch (format) {
                            case TABLE -> "a\n-\n";
                            case CSV -> "a\n";
                            case JSON -> "[]\n";
                        });
    }
}
