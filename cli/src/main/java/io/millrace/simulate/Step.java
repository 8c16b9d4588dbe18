package io.millrace.simulate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a visitor does: what every source tells in its own words.
 *
 * @param index position in the visit, from 0
 * @param registered whether the shop knows who this is
 * @param product what the page shows, if it shows one
 * @param orderValue worth of the order in USD when the step completes one
 */
record Step(
        Instant at,
        Person person,
        UUID sessionId,
        Campaign campaign,
        int index,
        boolean registered,
        @Nullable Page previous,
        Page page,
        @Nullable Product product,
        int cartItems,
        BigDecimal cartValue,
        @Nullable BigDecimal orderValue) {}
