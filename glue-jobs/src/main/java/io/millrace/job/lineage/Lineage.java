package io.millrace.job.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineageClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run as OpenLineage events (spec 2-0-2): START, then COMPLETE or FAIL with inputs and outputs. Lineage is told on the
 * side: where it cannot be told, the job goes on and the log says why.
 */
public final class Lineage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lineage.class);
    private static final URI PRODUCER = URI.create("https://millrace.io/glue-jobs");

    private final OpenLineage events = new OpenLineage(PRODUCER);
    private final OpenLineageClient client;
    private final String namespace;
    private final String job;
    private final UUID run;

    /**
     * Of one run.
     *
     * @param namespace of tables and jobs, as {@code millrace-dev}
     * @param runId the run's id in any form; OpenLineage's is made from it, so that a retry tells of the same run
     */
    public Lineage(OpenLineageClient client, String namespace, String job, String runId) {
        this.client = client;
        this.namespace = namespace;
        this.job = job;
        this.run = UUID.nameUUIDFromBytes((job + "/" + runId).getBytes(StandardCharsets.UTF_8));
    }

    public void started(Instant at) {
        emit(EventType.START, at, new Datasets());
    }

    public void completed(Instant at, Datasets datasets) {
        emit(EventType.COMPLETE, at, datasets);
    }

    public void failed(Instant at, Datasets datasets) {
        emit(EventType.FAIL, at, datasets);
    }

    /** Lets go of the connection. */
    @Override
    public void close() {
        try {
            client.close();
        } catch (Exception e) {
            LOG.warn("Cannot close the lineage client of {}", job, e);
        }
    }

    private void emit(EventType type, Instant at, Datasets datasets) {
        try {
            client.emit(events.newRunEventBuilder()
                    .eventType(type)
                    .eventTime(at.atZone(ZoneOffset.UTC))
                    .run(events.newRunBuilder().runId(run).build())
                    .job(events.newJobBuilder().namespace(namespace).name(job).build())
                    .inputs(datasets.inputs().stream()
                            .map(name -> events.newInputDatasetBuilder()
                                    .namespace(namespace)
                                    .name(name)
                                    .build())
                            .toList())
                    .outputs(datasets.outputs().stream()
                            .map(name -> events.newOutputDatasetBuilder()
                                    .namespace(namespace)
                                    .name(name)
                                    .build())
                            .toList())
                    .build());
        } catch (RuntimeException e) {
            LOG.warn("Cannot tell lineage {} of {}", List.of(type, run), job, e);
        }
    }
}
