package io.millrace.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.millrace.bench.lake.Call;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BillTest {
    private static final double CENT_OF_A_MILLIONTH = 1e-8;

    private final PriceList prices = prices();

    /**
     * Worked out by hand for an hour of 2 million events: 1 shard (0.015), 1 million PUT units (0.014); a writer of 720
     * times 0.5 s at 2 GB (720 GB-s: 0.009600048; requests 0.000144) and a committer of 360 times 1 s at 1 GB (0.004800024;
     * 0.000072); 7,000 PUTs (0.035), 1,000 GETs (0.0004), 1 GB stored (0.023); 8,000 write units (0.005), 4,000 read
     * units (0.0005); 3,000 Glue requests (0.003), 720 sends (0.00036). Together 0.110876072, half of it for a million.
     */
    @Test
    void addsUpWhatWasWorkedOutByHand() {
        Bill bill = Bill.of(hour(), prices);

        assertThat(bill.dollars()).isCloseTo(0.055438036, within(CENT_OF_A_MILLIONTH));
        assertThat(bill.counted()).hasSize(13);
    }

    @Test
    void theFrontDoorAndSevenDaysAreBesideIt() {
        Bill bill = Bill.of(hour(), prices);

        assertThat(bill.beside())
                .extracting(Bill.Line::what)
                .contains("kept for 7 days instead of 1", "REST API", "or HTTP API");
        // 10,000 calls of $3.50 a million for a million events at 100 a POST.
        assertThat(bill.beside())
                .filteredOn(line -> line.what().equals("REST API"))
                .singleElement()
                .satisfies(line -> assertThat(line.dollars()).isCloseTo(0.035, within(CENT_OF_A_MILLIONTH)));
    }

    @Test
    void aFunctionWithHalfACoreTakesTwiceTheTimeToComputeAndNoLongerToWait() {
        assertThat(Function.of(1, 100, 50, 1769).seconds()).isEqualTo(0.150);
        assertThat(Function.of(1, 100, 50, 1769 / 2.0).seconds()).isEqualTo(0.250);
        assertThat(Function.of(1, 100, 50, 3 * 1769).seconds()).isEqualTo(0.150);
    }

    @Test
    void waitsForOneCallAfterAnother() {
        assertThat(prices.waitMillis(Map.of(Call.S3_PUT, 3.0, Call.SQS_SEND, 1.0)))
                .isEqualTo(130);
    }

    @Test
    void refusesAPriceThatNobodyListed() {
        assertThatThrownBy(() -> prices.price("gold.ounce"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot price gold.ounce: the list does not have it");
    }

    private static Hour hour() {
        Map<Call, Double> calls = new EnumMap<>(Call.class);
        calls.put(Call.S3_PUT, 7_000.0);
        calls.put(Call.S3_GET, 1_000.0);
        calls.put(Call.DYNAMO_WRITE, 8_000.0);
        calls.put(Call.DYNAMO_READ, 4_000.0);
        calls.put(Call.GLUE_REQUEST, 3_000.0);
        calls.put(Call.SQS_SEND, 720.0);
        return new Hour(
                2e6,
                1,
                1e6,
                new Function(720, 0.5, 2048),
                new Function(360, 1, 1024),
                calls,
                1L << 30,
                20_000,
                new Function(20_000, 0.02, 1024));
    }

    private static PriceList prices() {
        try {
            return PriceList.of("us-east-1");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
