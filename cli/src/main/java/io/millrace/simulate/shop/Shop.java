package io.millrace.simulate.shop;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The imaginary shop. One seed makes all of it, so whatever sources tell of it fits together: the same people, sessions,
 * products and orders. Its parts draw from sources of chance of their own, so none changes what another does.
 */
public final class Shop {

    private static final double READINGS = 0.5;
    private static final double WEATHER = 0.03;
    private static final double RATES = 0.01;
    private static final double PRICES = 0.004;

    private final SplittableRandom random;
    private final Catalog catalog;
    private final Crowd crowd;
    private final Stock stock;
    private final Fulfilment fulfilment;
    private final Visits visits;
    private final Warehouses warehouses;
    private final Outside outside;

    /**
     * @param opening when the first tick will be
     * @param visitsAtOnce how many visits go on at any time
     * @param outliers fraction of sensors' values and of orders that lie far off the others
     */
    public Shop(long seed, Instant opening, int visitsAtOnce, double outliers) {
        SplittableRandom chance = new SplittableRandom(seed);
        Ids ids = new Ids(seed);
        random = chance.split();
        catalog = new Catalog(ids, chance.split());
        crowd = new Crowd(ids, opening.atOffset(ZoneOffset.UTC).toLocalDate(), chance.split());
        stock = new Stock(catalog.products(), opening, chance.split());
        fulfilment = new Fulfilment(stock, chance.split());
        Till till = new Till(ids, outliers, chance.split());
        visits = new Visits(crowd, catalog, till, visitsAtOnce, chance.split());
        warehouses = new Warehouses(ids, outliers, chance.split());
        outside = new Outside(chance.split());
    }

    /** What happens in the next tick: a visitor does something, and now and then other things happen beside it. */
    public List<Happening> next(Instant at) {
        List<Happening> happenings = new ArrayList<>(4);
        Order order = visits.next(at, happenings).order();
        if (order != null) {
            fulfilment.place(order, happenings);
        }
        fulfilment.advance(at, happenings);
        if (random.nextDouble() < READINGS) {
            happenings.add(warehouses.read(at));
        }
        if (random.nextDouble() < WEATHER) {
            happenings.add(outside.weather(at));
        }
        if (random.nextDouble() < RATES) {
            happenings.add(outside.rate(at));
        }
        if (random.nextDouble() < PRICES) {
            happenings.add(catalog.reprice(at, random));
        }
        return happenings;
    }

    /** Accounts as they stand. */
    public List<Account> accounts() {
        return crowd.accounts();
    }

    /** Products with today's prices. */
    public List<Product> products() {
        return catalog.products();
    }

    public List<StockLevel> stock() {
        return stock.levels();
    }
}
