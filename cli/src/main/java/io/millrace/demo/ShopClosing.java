package io.millrace.demo;

import io.millrace.jobs.Landing;
import io.millrace.simulate.Traffic;
import io.millrace.simulate.TrafficPlan;
import io.millrace.simulate.files.ShopFiles;
import io.millrace.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The shop as it is after its traffic: what its database would hand over at night. */
public final class ShopClosing {
    private ShopClosing() {}

    /**
     * Lands the shop's files.
     *
     * @param folder where they are written first, and stay
     */
    public static void land(TrafficPlan plan, Path folder, Target target) throws IOException {
        Traffic events = new Traffic(plan);
        while (events.hasNext()) {
            events.next();
        }
        Files.createDirectories(folder);
        new ShopFiles(folder).write(events.shop(), plan.start(), plan.start().plus(plan.covered()));
        new Landing(target).put(folder, Optional.empty());
    }
}
