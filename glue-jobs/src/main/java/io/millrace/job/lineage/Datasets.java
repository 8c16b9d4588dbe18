package io.millrace.job.lineage;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Names of the tables and files that one run touches, gathered as it goes; safe for use by many threads. */
public final class Datasets {
    private final Set<String> inputs = new ConcurrentSkipListSet<>();
    private final Set<String> outputs = new ConcurrentSkipListSet<>();

    public void reads(String name) {
        inputs.add(name);
    }

    public void writes(String name) {
        outputs.add(name);
    }

    public List<String> inputs() {
        return List.copyOf(inputs);
    }

    public List<String> outputs() {
        return List.copyOf(outputs);
    }
}
