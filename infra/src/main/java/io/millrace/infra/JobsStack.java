package io.millrace.infra;

import java.util.List;
import software.constructs.Construct;

/** Batch jobs on Glue, and what runs them where the environment has no Airflow. Needs the lake's bucket and tables. */
public final class JobsStack extends PlatformStack {
    static final List<JobDefinition> JOBS = List.of(
            new JobDefinition(
                    "batch-ingest",
                    "landing.BatchIngestJob",
                    "Loads landed CSV files into bronze and as typed rows, each once",
                    List.of(),
                    List.of("bronze", "silver"),
                    true),
            new JobDefinition(
                    "exact-dedup",
                    "exact.ExactDedupJob",
                    "Takes out of silver the copies that came further apart than the dedup window",
                    List.of(),
                    List.of("silver"),
                    false,
                    LedgerUse.BOOK),
            new JobDefinition(
                    "gold",
                    "model.GoldJob",
                    "Makes daily figures of events, users, sales and segments of silver tables",
                    List.of(),
                    // It tags what it has read, which is a commit to a silver table, and keeps what its gate found.
                    List.of("silver", "gold", "ops"),
                    false),
            new JobDefinition(
                    "quality",
                    "quality.QualityJob",
                    "Checks published tables by their contracts; fails if one does not reach its gate",
                    List.of("bronze", "silver", "gold"),
                    List.of("ops"),
                    false),
            new JobDefinition(
                    "maintenance",
                    "maintenance.MaintenanceJob",
                    "Compacts tables, tags their hours and days, lets old states go, and removes stray files",
                    List.of(),
                    List.of("bronze", "silver", "gold", "ops"),
                    false,
                    LedgerUse.READ),
            new JobDefinition(
                    "silver",
                    "model.SilverJob",
                    "Makes silver tables of the typed events and the landed rows",
                    List.of(),
                    List.of("bronze", "silver"),
                    false),
            new JobDefinition(
                    "table-sizes",
                    "inspect.TableSizesJob",
                    "Says how large each table is and of how many files",
                    List.of("bronze", "silver", "gold", "ops"),
                    List.of(),
                    false));

    public JobsStack(Construct scope, Deployment deployment, Alarms alarms) {
        super(scope, "Jobs", "Millrace: batch jobs", deployment);
        JobCode code = new JobCode(this, deployment);
        JobLogs logs = new JobLogs(this, deployment);
        for (JobDefinition definition : JOBS) {
            new GlueJob(this, definition, deployment, code).getNode().addDependency(logs);
        }
        if (!deployment.environment().emulated()) {
            new MaintenanceSchedule(this, deployment);
        }
        boolean airflow = deployment.environment().orchestration().airflow() != null;
        if (!airflow && !deployment.environment().emulated()) {
            new Pipeline(this, deployment, deployment.pipeline(), alarms);
        }
    }
}
