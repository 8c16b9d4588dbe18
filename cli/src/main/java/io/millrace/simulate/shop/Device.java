package io.millrace.simulate.shop;

import java.util.SplittableRandom;

/** What a person browses with. */
public enum Device {
    DESKTOP(
            "desktop",
            1440,
            900,
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"),
    PHONE(
            "mobile",
            390,
            844,
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"),
    TABLET(
            "tablet",
            820,
            1180,
            "Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36");

    public final String kind;
    public final int width;
    public final int height;
    public final String userAgent;

    Device(String kind, int width, int height, String userAgent) {
        this.kind = kind;
        this.width = width;
        this.height = height;
        this.userAgent = userAgent;
    }

    static Device pick(SplittableRandom random) {
        double of = random.nextDouble();
        return of < 0.45 ? DESKTOP : of < 0.92 ? PHONE : TABLET;
    }
}
