package io.millrace.job;

import java.util.Locale;

/** The databases of an environment. */
public enum Layer {
    BRONZE,
    SILVER,
    GOLD,
    OPS;

    String database(String environment) {
        return environment + "_" + name().toLowerCase(Locale.ROOT);
    }
}
