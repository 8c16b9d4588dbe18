package io.millrace.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one run: the last line of its output, and the object {@code system/jobs/JOB/RUN.json} in the lake.
 *
 * @param status SUCCEEDED or FAILED
 * @param inputs tables and files that it read
 * @param outputs tables that it wrote
 * @param result the job's own record, null where it failed and left none
 * @param error what stopped it, in one line, null where nothing did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunReport(
        String job,
        String runId,
        String batchId,
        String env,
        String status,
        boolean dryRun,
        Instant startedAt,
        Instant finishedAt,
        List<String> inputs,
        List<String> outputs,
        @Nullable Record result,
        @Nullable String error) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    public double getSeconds() {
        return Duration.between(startedAt, finishedAt).toMillis() / 1000.0;
    }

    /** One line of JSON with snake_case names. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the result of " + job, e);
        }
    }
}
