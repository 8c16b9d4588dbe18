package io.millrace.simulate.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** All simulators there are. */
public final class Sources {

    private static final Map<String, LongFunction<Source>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("web", AppSource::web);
        BY_NAME.put("mobile", AppSource::mobile);
        BY_NAME.put("clickstream", ClickstreamSource::new);
        BY_NAME.put("cdc", CdcSource::new);
        BY_NAME.put("external", ExternalSource::new);
        BY_NAME.put("orders", OrdersSource::new);
        BY_NAME.put("users", UsersSource::new);
        BY_NAME.put("sensors", SensorsSource::new);
    }

    private Sources() {}

    /** Names of all simulators. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /**
     * A simulator that has told nothing yet.
     *
     * @throws IllegalArgumentException if no simulator has that name
     */
    public static Source named(String name, long seed) {
        LongFunction<Source> maker = BY_NAME.get(name);
        if (maker == null) {
            throw new IllegalArgumentException(
                    "Cannot simulate source '" + name + "': there are " + String.join(", ", BY_NAME.keySet()));
        }
        return maker.apply(seed);
    }
}
