package io.millrace.cdc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is done to real records, there is a verdict. */
class CorruptRecordsTest {
    private static final int INPUTS = Integer.getInteger("millrace.inputs", 5_000);

    private final Random random = new Random(20261121);

    @Test
    void aRecordCutAnywhereIsNeverAnError() {
        byte[] record = RealRecords.withoutSchema().get(0).getBytes(UTF_8);
        for (int length = 0; length <= record.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(record, length);
            assertThat(Checked.check(cut)).isNotNull();
            assertThat(SinkRecord.recognise(cut, "{\"id\":1}")).isNotNull();
        }
    }

    @Test
    void aRecordWithWrongBytesIsNeverAnError() {
        List<String> records = RealRecords.withSchema();
        for (int i = 0; i < INPUTS; i++) {
            byte[] record = records.get(random.nextInt(records.size())).getBytes(UTF_8);
            for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                record[random.nextInt(record.length)] = (byte) random.nextInt(256);
            }
            judge(record);
        }
    }

    @Test
    void aRecordWithWrongValuesIsNeverAnError() {
        List<String> values = List.of(
                "null",
                "{}",
                "[]",
                "\"\"",
                "-1",
                "1e999999999",
                "99999999999999999999",
                "true",
                "\"\\ud800\"",
                "[[{}]]");
        List<String> records = RealRecords.withSchema();
        for (int i = 0; i < INPUTS; i++) {
            String record = records.get(random.nextInt(records.size()));
            int colon = record.indexOf("\":", random.nextInt(record.length()));
            if (colon > 0) {
                int end = colon + 2;
                while (end < record.length() && ",}]".indexOf(record.charAt(end)) < 0) {
                    end++;
                }
                String value = values.get(random.nextInt(values.size()));
                judge((record.substring(0, colon + 2) + value + record.substring(end)).getBytes(UTF_8));
            }
        }
    }

    @Test
    void deepNestingIsALimitAndNoError() {
        String deep = "{\"value\":" + "[".repeat(100_000) + "]".repeat(100_000) + ",\"key\":1}";

        assertThat(Checked.rejected(deep).rule()).isEqualTo("json_limit");
        assertThat(SinkRecord.recognise(deep.getBytes(UTF_8), "")).isEmpty();
    }

    private static void judge(byte[] record) {
        assertThatCode(() -> {
                    assertThat(Checked.check(record)).isNotNull();
                    assertThat(SinkRecord.recognise(record, "{\"id\":1}")).isNotNull();
                })
                .as(() -> new String(record, UTF_8))
                .doesNotThrowAnyException();
    }
}
