package io.millrace.simulate.shop;

import java.util.SplittableRandom;

/** A page of the shop. */
public enum Page {
    HOME("/", "Home"),
    SEARCH("/search", "Search"),
    LISTING("/category", "Category"),
    PRODUCT("/product", "Product"),
    CART("/cart", "Cart"),
    SIGNUP("/signup", "Create an account"),
    CHECKOUT("/checkout", "Checkout"),
    CONFIRMATION("/confirmation", "Thank you");

    public final String path;
    public final String title;

    Page(String path, String title) {
        this.path = path;
        this.title = title;
    }

    static Page entry(SplittableRandom random) {
        double of = random.nextDouble();
        return of < 0.5 ? HOME : of < 0.75 ? LISTING : PRODUCT;
    }
}
