package io.millrace.local.gateway.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultMetadataTest {
    @Test
    void columnsAreAProtobufMessageEach() {
        byte[] metadata = ResultMetadata.of("q1", List.of(new ResultColumn("a", "decimal(10, 2)")));

        assertThat(HexFormat.of().formatHex(metadata))
                .isEqualTo("0a02" + hex("q1") // 1: the query
                        + "221d" // 4: a column of 29 bytes
                        + "0a04" + hex("hive") // 1: catalog
                        + "2201" + hex("a") // 4: name
                        + "2a01" + hex("a") // 5: label
                        + "3207" + hex("decimal") // 6: type
                        + "380a" // 7: precision
                        + "4002" // 8: scale
                        + "4803" // 9: unknown whether null
                        + "5000"); // 10: case does not matter
    }

    @Test
    void aLargePrecisionTakesSeveralBytes() {
        byte[] metadata = ResultMetadata.of("q1", List.of(new ResultColumn("a", "varchar")));

        assertThat(HexFormat.of().formatHex(metadata)).contains("38ffffffff07");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
