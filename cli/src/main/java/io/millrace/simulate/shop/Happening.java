package io.millrace.simulate.shop;

import java.time.Instant;

/** Something that happens in the shop; sources tell of it. */
public sealed interface Happening
        permits Step, AccountChange, ProductChange, StockChange, OrderMove, Reading, Weather, ExchangeRate {

    Instant at();
}
