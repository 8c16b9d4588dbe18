package io.millrace.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateFailureTest {
    private static final GateFailure SALES = new GateFailure(
            true,
            "gold.daily_sales_metrics",
            "sales",
            "#sales-data",
            "812",
            0.8888,
            0.99,
            List.of("product_category.required 12 of 108 rows", "sale_date,product_category.unique 1 of 108 rows"));
    private static final GateFailure EVENTS =
            new GateFailure(false, "silver.orders_silver", "night shift", null, "none", 1, 0, List.of());

    @Test
    void a_job_says_in_one_line_what_it_did_not_publish() {
        assertThat(GateFailure.write(List.of(SALES)))
                .isEqualTo(
                        "Cannot publish gold.daily_sales_metrics (owner sales in #sales-data, readers see version 812):"
                                + " score 0.8888 of 0.9900; product_category.required 12 of 108 rows;"
                                + " sale_date,product_category.unique 1 of 108 rows");
    }

    @Test
    void what_is_written_is_read_again_whatever_stands_around_it() {
        String error = GateFailure.write(List.of(SALES, EVENTS));
        assertThat(GateFailure.find(error)).containsExactly(SALES, EVENTS);
        assertThat(GateFailure.find("Exception in User Class: x.GateException : " + error + "\n\tat x.Y.main"))
                .containsExactly(SALES, EVENTS);
    }

    @Test
    void another_error_tells_of_no_gate() {
        assertThat(GateFailure.find("Cannot publish orders: the topic is gone")).isEmpty();
    }

    @Test
    void only_the_worst_checks_are_named() {
        GateFailure many = new GateFailure(
                true, "gold.x", "sales", null, "1", 0, 0.99, Collections.nCopies(9, "a.required 1 of 1 rows"));
        assertThat(GateFailure.find(GateFailure.write(List.of(many))))
                .singleElement()
                .satisfies(read -> assertThat(read.checks()).hasSize(6).endsWith("4 checks more"));
    }

    @Test
    void what_is_below_the_gate_never_reads_as_if_it_had_reached_it() {
        GateFailure close = new GateFailure(true, "gold.x", "sales", null, "1", 0.98999, 0.99, List.of());
        assertThat(GateFailure.write(List.of(close))).contains("score 0.9899 of 0.9900");
    }
}
