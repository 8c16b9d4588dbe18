package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 31,106 clicks of a real shop, 30 of them exact copies of another row. All are of the first half of 2024. */
@ExtendWith(LocalPlatform.class)
final class RealClickstreamIT {
    private static final String OF_2024 = " where event_timestamp between timestamp '2024-01-01 00:00:00 UTC'"
            + " and timestamp '2024-07-01 00:00:00 UTC'";

    @Test
    void every_row_is_in_bronze_and_every_click_once_in_silver() {
        JsonNode sent = LocalPlatform.millrace(
                        "send",
                        "localstack/tests/src/test/resources/retentioneering-ecom.csv.gz",
                        "--dataset",
                        "clickstream",
                        "--map",
                        "examples/maps/retentioneering.yaml")
                .succeeded()
                .json();
        assertThat(sent.get("rows").asLong()).isEqualTo(31_106);
        assertThat(sent.get("accepted").asLong()).isEqualTo(31_106);
        LocalPlatform.settle();
        assertThat(LocalPlatform.count("select count(*) from local_bronze.clickstream_bronze" + OF_2024))
                .isEqualTo(31_106);
        assertThat(LocalPlatform.count("select count(*) from local_silver.clickstream_clicks_silver" + OF_2024))
                .isEqualTo(31_076);
        assertThat(LocalPlatform.count(
                        "select count(distinct session_id) from local_silver.clickstream_clicks_silver" + OF_2024))
                .isEqualTo(3_605);
        assertThat(LocalPlatform.count("select count(*) from local_bronze.clickstream_quarantine" + OF_2024))
                .isZero();
        assertThat(LocalPlatform.rows(
                        "select cast(min(event_timestamp) as varchar) a, cast(max(event_timestamp) as varchar) b"
                                + " from local_silver.clickstream_clicks_silver" + OF_2024))
                .as("times are UTC")
                .asString()
                .contains("2024-01-04 11:45:38", "2024-06-29 22:02:40");

        LocalPlatform.millrace("run", "silver", "models=clickstream_silver").succeeded();
        assertThat(LocalPlatform.rows("select count(*) a, count_if(is_bounce) b from local_silver.clickstream_silver"
                        + OF_2024.replace("event_timestamp", "started_at")))
                .asString()
                .contains("3605", "231");
    }
}
