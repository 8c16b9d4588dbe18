package io.millrace.bench.writer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowParseTest {
    @Test
    void makesARowOfAnEventsBytes() throws IOException {
        String event = "{\"id\":\"é\",\"unknown\":[1,{\"a\":2}],\"value\":1.5,\"more\":{\"a\":[1, 2]},\"none\":null}";

        assertThat(new RowParse(List.of("id", "value", "more", "none", "absent")).of(event.getBytes(UTF_8)))
                .containsExactly("é", 1.5, "{\"a\":[1, 2]}", null, null);
    }
}
