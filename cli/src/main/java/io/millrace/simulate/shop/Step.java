package io.millrace.simulate.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a visitor does.
 *
 * @param index position in the visit, from 0
 * @param registered whether the shop knows who this is
 * @param product what the page shows, if it shows one
 * @param cartValue in USD
 * @param order what the step buys, if it is the one that buys
 */
public record Step(
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
        @Nullable Order order)
        implements Happening {}
