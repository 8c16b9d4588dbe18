/**
 * The imaginary shop that the simulators tell of: its people, products, visits, orders, warehouses and what happens in
 * it.
 *
 * <p>A {@link io.millrace.simulate.shop.Shop} is made from a seed and asked, tick by tick, what
 * {@link io.millrace.simulate.shop.Happening happens} next. What happens follows from the seed alone, whoever watches
 * and however fast; the time that is given with a tick only dates it and chooses seasonal products.
 */
@NullMarked
package io.millrace.simulate.shop;

import org.jspecify.annotations.NullMarked;
