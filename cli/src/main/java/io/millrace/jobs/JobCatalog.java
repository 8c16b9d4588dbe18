package io.millrace.jobs;

import io.millrace.target.Target;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.glue.GlueClient;

/** The jobs that are deployed in an environment. */
public record JobCatalog(Target target) {
    /** Descriptions by name. */
    public Map<String, String> jobs() {
        Map<String, String> jobs = new TreeMap<>();
        String prefix = prefix(target);
        try (GlueClient glue = target.clients().glue()) {
            glue.getJobsPaginator(request -> {}).stream()
                    .flatMap(page -> page.jobs().stream())
                    .filter(job -> job.name().startsWith(prefix))
                    .forEach(job -> jobs.put(job.name().substring(prefix.length()), String.valueOf(job.description())));
        }
        return jobs;
    }

    static String prefix(Target target) {
        return "millrace-" + target.env() + "-";
    }
}
