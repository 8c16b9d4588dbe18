package io.millrace.infra;

import io.millrace.alert.Severity;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** From the stream into the tables, and the workgroup that reads them. Needs the tables, buckets and the stream. */
public final class LakeStack extends PlatformStack {
    public LakeStack(Construct scope, Deployment deployment, @Nullable IKey key, Alarms alarms) {
        super(
                scope,
                "Lake",
                "Millrace: writer, committer, migration, replay, claim removal and the Athena workgroup",
                deployment);
        CommitQueue queue = new CommitQueue(this, deployment, alarms);
        AsyncFailures failures =
                new AsyncFailures(this, deployment, alarms, deployment.names().of("lake-failures"), Severity.WARNING);
        Migration migration = new Migration(this, deployment, failures, alarms);
        new Writer(this, deployment, queue, migration, alarms);
        new Committer(this, deployment, queue, migration, failures, alarms);
        Replay replay = new Replay(this, deployment, queue, migration, alarms);
        new ClaimRemoval(this, deployment, migration, alarms);
        Workgroup workgroup = new Workgroup(
                this,
                deployment,
                deployment.names().workgroup(),
                "results/",
                deployment.environment().lake().maxScanBytes(),
                key);
        output("CommitQueueUrl", queue.url());
        output("AthenaWorkgroup", workgroup.name());
        output("ReplayFunction", replay.functionName());
    }
}
