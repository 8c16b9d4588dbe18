package io.millrace.simulate.shop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What the warehouses hold. */
final class Stock {

    private static final int LOW = 40;
    private static final int DELIVERY = 1_000;

    private final List<List<StockLevel>> byLocation = new ArrayList<>();

    Stock(List<Product> products, Instant opening, SplittableRandom random) {
        for (String location : Sensor.LOCATIONS) {
            List<StockLevel> levels = new ArrayList<>();
            products.forEach(
                    product -> levels.add(new StockLevel(product, location, 60 + random.nextInt(900), opening)));
            byLocation.add(levels);
        }
    }

    List<StockLevel> levels() {
        return byLocation.stream().flatMap(List::stream).toList();
    }

    /** Takes the goods of an order out of the warehouse that serves the customer, and has more brought when few are left. */
    void take(Order order, List<Happening> happenings) {
        List<StockLevel> levels =
                byLocation.get(Sensor.LOCATIONS.indexOf(order.customer().home().warehouse()));
        for (OrderLine line : order.lines()) {
            int number = line.product().number();
            while (levels.get(number).quantityOnHand() < line.quantity() + LOW) {
                change(levels, number, DELIVERY, order.placedAt(), happenings);
            }
            change(levels, number, -line.quantity(), order.placedAt(), happenings);
        }
    }

    private static void change(List<StockLevel> levels, int number, int by, Instant at, List<Happening> happenings) {
        StockLevel before = levels.get(number);
        StockLevel after = new StockLevel(before.product(), before.location(), before.quantityOnHand() + by, at);
        levels.set(number, after);
        happenings.add(new StockChange(at, before, after));
    }
}
