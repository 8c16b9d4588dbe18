package io.millrace.simulate.shop;

import static io.millrace.simulate.shop.OrderStatus.ARCHIVED;
import static io.millrace.simulate.shop.OrderStatus.CANCELLED;
import static io.millrace.simulate.shop.OrderStatus.COMPLETED;
import static io.millrace.simulate.shop.OrderStatus.DELIVERED;
import static io.millrace.simulate.shop.OrderStatus.PLACED;
import static io.millrace.simulate.shop.OrderStatus.SHIPPED;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * What becomes of orders. It is measured in ticks of the shop, never in hours, so that a short simulation sees orders
 * delivered as a long one does.
 */
final class Fulfilment {

    private static final double NEVER_PAID = 0.03;
    private static final double REFUNDED = 0.04;

    private final Stock stock;
    private final SplittableRandom random;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::tick).thenComparingLong(Due::sequence));
    private long tick;
    private long sequence;

    Fulfilment(Stock stock, SplittableRandom random) {
        this.stock = stock;
        this.random = random;
    }

    /** Takes an order on, and decides its fate. */
    void place(Order order, List<Happening> happenings) {
        happenings.add(new OrderMove(order.placedAt(), order, PLACED));
        stock.take(order, happenings);
        double fate = random.nextDouble();
        long paid = tick + random.nextInt(20, 60);
        long then = paid + random.nextInt(300, 2_000);
        if (fate < NEVER_PAID) {
            cancel(order, paid);
            return;
        }
        plan(order, COMPLETED, paid);
        if (fate < NEVER_PAID + REFUNDED) {
            cancel(order, then);
            return;
        }
        plan(order, SHIPPED, then);
        plan(order, DELIVERED, then + random.nextInt(500, 6_000));
    }

    /** What orders come to in this tick. */
    void advance(Instant at, List<Happening> happenings) {
        for (Due next = due.peek(); next != null && next.tick <= tick; next = due.peek()) {
            due.remove();
            happenings.add(new OrderMove(at, next.order, next.status));
        }
        tick++;
    }

    private void cancel(Order order, long when) {
        plan(order, CANCELLED, when);
        plan(order, ARCHIVED, when + random.nextInt(100, 1_000));
    }

    private void plan(Order order, OrderStatus status, long when) {
        due.add(new Due(when, sequence++, order, status));
    }

    private record Due(long tick, long sequence, Order order, OrderStatus status) {}
}
