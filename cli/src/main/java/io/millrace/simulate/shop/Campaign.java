package io.millrace.simulate.shop;

import java.util.SplittableRandom;

/** What brought a visitor to the shop. */
public enum Campaign {
    DIRECT("direct", "none", ""),
    SEARCH("organic", "search", "https://www.google.com/"),
    ADS("ads", "cpc", "https://www.google.com/aclk"),
    EMAIL("email", "newsletter", "https://mail.example.com/"),
    SOCIAL("social", "post", "https://social.example.com/feed"),
    PARTNER("partner", "referral", "https://partner.example.org/deals");

    public final String source;
    public final String medium;
    public final String referrer;

    Campaign(String source, String medium, String referrer) {
        this.source = source;
        this.medium = medium;
        this.referrer = referrer;
    }

    static Campaign pick(SplittableRandom random) {
        return values()[random.nextInt(values().length)];
    }
}
