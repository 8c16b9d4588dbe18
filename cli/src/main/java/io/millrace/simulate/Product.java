package io.millrace.simulate;

import java.math.BigDecimal;

/** Something that the shop sells; its price in USD. */
record Product(String id, String name, String category, BigDecimal price) {}
