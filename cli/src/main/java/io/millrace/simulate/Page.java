package io.millrace.simulate;

import java.util.SplittableRandom;

/** A page of the shop. */
enum Page {
    HOME("/", "Home"),
    SEARCH("/search", "Search"),
    LISTING("/category", "Category"),
    PRODUCT("/product", "Product"),
    CART("/cart", "Cart"),
    SIGNUP("/signup", "Create an account"),
    CHECKOUT("/checkout", "Checkout"),
    CONFIRMATION("/confirmation", "Thank you");

    final String path;
    final String title;

    Page(String path, String title) {
        this.path = path;
        this.title = title;
    }

    static Page entry(SplittableRandom random) {
        double of = random.nextDouble();
        return of < 0.5 ? HOME : of < 0.75 ? LISTING : PRODUCT;
    }
}
