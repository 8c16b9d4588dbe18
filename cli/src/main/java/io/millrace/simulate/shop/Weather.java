package io.millrace.simulate.shop;

import java.time.Instant;

/** The weather at a warehouse, as a service outside reports it. */
public record Weather(Instant at, String location, double celsius, int windKmh, String sky) implements Happening {}
