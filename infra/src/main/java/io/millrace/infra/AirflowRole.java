package io.millrace.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.CompositePrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** What managed Airflow may do: what its own parts need, start the pipeline's jobs, and say what became of them. */
final class AirflowRole extends Construct {
    private final Role role;

    AirflowRole(Construct scope, Deployment deployment, PipelineFile file) {
        super(scope, "AirflowRole");
        Names names = deployment.names();
        role = Role.Builder.create(this, "Role")
                .assumedBy(new CompositePrincipal(
                        new ServicePrincipal("airflow.amazonaws.com"),
                        new ServicePrincipal("airflow-env.amazonaws.com")))
                .description("Millrace " + names.environment() + ": Airflow and its tasks")
                .build();
        Grants grants = new Grants(role, deployment);
        ownParts(grants, names);
        // Its operator looks whether a job is there before it starts it.
        grants.allow(List.of("glue:GetJob"), file.jobs(names))
                .runJobs(file.jobs(names))
                .publishAlerts();
    }

    String arn() {
        return role.getRoleArn();
    }

    private void ownParts(Grants grants, Names names) {
        String bucket = names.bucketArn(names.airflowBucket());
        grants.allow(List.of("airflow:PublishMetrics"), names.airflowArn())
                .allow(
                        List.of(
                                "s3:GetBucketLocation",
                                "s3:GetBucketPublicAccessBlock",
                                "s3:GetBucketVersioning",
                                "s3:ListBucket"),
                        bucket)
                .allowWithin("Airflow reads every DAG", List.of("s3:GetObject", "s3:GetObjectVersion"), bucket + "/*")
                .allowWithin(
                        "Airflow names its log groups and streams",
                        List.of(
                                "logs:CreateLogGroup",
                                "logs:CreateLogStream",
                                "logs:GetLogEvents",
                                "logs:GetLogGroupFields",
                                "logs:GetLogRecord",
                                "logs:GetQueryResults",
                                "logs:PutLogEvents"),
                        names.logGroupArn("airflow-" + names.airflow() + "-*"))
                .allowWithin(
                        "The queue between Airflow's scheduler and its workers is in an account of AWS's",
                        List.of(
                                "sqs:ChangeMessageVisibility",
                                "sqs:DeleteMessage",
                                "sqs:GetQueueAttributes",
                                "sqs:GetQueueUrl",
                                "sqs:ReceiveMessage",
                                "sqs:SendMessage"),
                        "arn:aws:sqs:" + names.region() + ":*:airflow-celery-*");
        Nag.acknowledge(role, "AwsSolutions-IAM5[Resource::*]", "Airflow asks for these, which know no resources");
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(
                        List.of("cloudwatch:PutMetricData", "logs:DescribeLogGroups", "s3:GetAccountPublicAccessBlock"))
                .resources(List.of("*"))
                .build());
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"))
                .notResources(List.of("arn:aws:kms:*:" + names.account() + ":key/*"))
                .conditions(
                        Map.of("StringEquals", Map.of("kms:ViaService", "sqs." + names.region() + ".amazonaws.com")))
                .build());
    }
}
