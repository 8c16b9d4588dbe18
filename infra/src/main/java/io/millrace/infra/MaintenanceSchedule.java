package io.millrace.infra;

import java.util.List;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;

/**
 * Runs maintenance every few hours, with Airflow and without: it is no step of the day, since states of the tables add up
 * by the hour, and an hour that has no tag within twelve is lost. A run that is missed is made good by the next.
 */
final class MaintenanceSchedule extends Construct {
    private static final String JOB = "maintenance";

    MaintenanceSchedule(Construct scope, Deployment deployment) {
        super(scope, "MaintenanceSchedule");
        Names names = deployment.names();
        Role starter = ServiceRole.of(this, "Starter", "scheduler.amazonaws.com", deployment, "starts maintenance");
        new Grants(starter, deployment).allow(List.of("glue:StartJobRun"), names.jobArn(JOB));
        CfnSchedule schedule = CfnSchedule.Builder.create(this, "Schedule")
                .name(names.of(JOB))
                .description("Starts maintenance of all tables")
                // Ten past: an hour gets its tag five minutes after it is over.
                .scheduleExpression(
                        "cron(10 0/" + deployment.environment().jobs().maintenanceHours() + " * * ? *)")
                .scheduleExpressionTimezone("UTC")
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("OFF")
                        .build())
                .target(CfnSchedule.TargetProperty.builder()
                        .arn("arn:aws:scheduler:::aws-sdk:glue:startJobRun")
                        .roleArn(starter.getRoleArn())
                        .input("{\"JobName\":\"" + names.of(JOB) + "\"}")
                        .retryPolicy(CfnSchedule.RetryPolicyProperty.builder()
                                .maximumRetryAttempts(0)
                                .build())
                        .build())
                .build();
        schedule.getNode().addDependency(starter);
    }
}
