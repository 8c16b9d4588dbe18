package io.millrace.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The day's batch: jobs that run one after the other, in the order of the file that Airflow reads too. */
public record Pipeline(List<Step> steps) {
    private static final String FILE = "airflow-dags/dags/daily_data_pipeline.yaml";
    private static final YAMLMapper YAML = new YAMLMapper();

    public Pipeline {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param task its name in Airflow
     * @param job the job that it runs, without its environment
     */
    public record Step(String task, String job) {}

    /** @throws IOException if the checkout has no such file, or none that can be read */
    public static Pipeline of(Path checkout) throws IOException {
        Path file = checkout.resolve(FILE);
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : YAML.readTree(file.toFile()).path("steps")) {
            steps.add(new Step(text(step, "task", file), text(step, "job", file)));
        }
        return new Pipeline(steps);
    }

    /** The steps from one on. */
    public Pipeline from(String task) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).task().equals(task)) {
                return new Pipeline(steps.subList(i, steps.size()));
            }
        }
        throw new IllegalArgumentException("Cannot begin at task '" + task + "': there are "
                + String.join(", ", steps.stream().map(Step::task).toList()));
    }

    private static String text(JsonNode step, String key, Path file) throws IOException {
        if (!step.path(key).isTextual()) {
            throw new IOException("Cannot read a step of " + file + ": it has no " + key);
        }
        return step.path(key).textValue();
    }
}
