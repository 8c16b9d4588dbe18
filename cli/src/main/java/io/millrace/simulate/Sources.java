package io.millrace.simulate;

import java.util.List;
import java.util.stream.Collectors;

/** All simulators there are. */
final class Sources {

    private static final List<Source> ALL = List.of(new WebSource(), new ClickstreamSource());

    private Sources() {}

    static List<Source> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException if no simulator has that name */
    static Source named(String name) {
        return ALL.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot simulate source '" + name + "': there are "
                        + ALL.stream().map(Source::name).collect(Collectors.joining(", "))));
    }
}
