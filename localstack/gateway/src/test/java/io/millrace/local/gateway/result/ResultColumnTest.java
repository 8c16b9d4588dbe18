package io.millrace.local.gateway.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultColumnTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar                                  | varchar                  | 2147483647 | 0 | true",
                "varchar(7)                               | varchar                  | 7          | 0 | true",
                "char(3)                                  | char                     | 3          | 0 | true",
                "bigint                                   | bigint                   | 19         | 0 | false",
                "integer                                  | integer                  | 10         | 0 | false",
                "real                                     | float                    | 17         | 0 | false",
                "double                                   | double                   | 17         | 0 | false",
                "boolean                                  | boolean                  | 0          | 0 | false",
                "decimal(10, 2)                           | decimal                  | 10         | 2 | false",
                "date                                     | date                     | 0          | 0 | false",
                "timestamp(6)                             | timestamp                | 3          | 0 | false",
                "timestamp(6) with time zone              | timestamp with time zone | 3          | 0 | false",
                "varbinary                                | varbinary                | 1073741824 | 0 | false",
                "array(row(a decimal(3, 1), b varchar))   | array                    | 0          | 0 | false",
                "map(varchar, array(timestamp(6) with time zone)) | map              | 0          | 0 | false",
                "row(x integer)                           | row                      | 0          | 0 | false",
                "INTERVAL DAY TO SECOND                   | interval day to second   | 0          | 0 | false",
                "unknown                                  | unknown                  | 0          | 0 | false",
            })
    void aTypeIsDescribedAsAthenaDoes(String engineType, String type, int precision, int scale, boolean caseSensitive) {
        JsonNode info = new ResultColumn("c", engineType).columnInfo();

        assertThat(info.path("Type").asText()).isEqualTo(type);
        assertThat(info.path("Precision").asInt()).isEqualTo(precision);
        assertThat(info.path("Scale").asInt()).isEqualTo(scale);
        assertThat(info.path("CaseSensitive").asBoolean()).isEqualTo(caseSensitive);
        assertThat(info.path("Name").asText()).isEqualTo("c");
        assertThat(info.path("Nullable").asText()).isEqualTo("UNKNOWN");
    }
}
