package io.millrace.infra;

import java.util.List;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.constructs.Construct;

/** Runs the day's jobs where the environment has no Airflow: a state machine that a schedule starts. */
final class Pipeline extends Construct {
    Pipeline(Construct scope, Deployment deployment, PipelineFile file, Alarms alarms) {
        super(scope, "Pipeline");
        Names names = deployment.names();
        String name = names.pipeline();
        Role runner = ServiceRole.of(this, "Runner", "states.amazonaws.com", deployment, "runs the day's jobs");
        grant(new Grants(runner, deployment), file, names);
        CfnStateMachine machine = CfnStateMachine.Builder.create(this, "Machine")
                .stateMachineName(name)
                .roleArn(runner.getRoleArn())
                .definitionString(new PipelineDefinition(Names.PIPELINE, file, names).json())
                .build();
        machine.getNode().addDependency(runner);
        Nag.acknowledge(
                machine, "AwsSolutions-SF1", "A run's history is kept for 90 days, and each job has its own logs");
        Nag.acknowledge(machine, "AwsSolutions-SF2", "A run is a few jobs in a row, whose times its history has");

        Role starter = ServiceRole.of(this, "Starter", "scheduler.amazonaws.com", deployment, "starts the day's jobs");
        new Grants(starter, deployment).allow(List.of("states:StartExecution"), names.stateMachineArn(name));
        CfnSchedule schedule = CfnSchedule.Builder.create(this, "Schedule")
                .name(name)
                .description("Starts the day's jobs")
                .scheduleExpression(file.schedule().cron())
                .scheduleExpressionTimezone("UTC")
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("OFF")
                        .build())
                .target(CfnSchedule.TargetProperty.builder()
                        .arn(machine.getAttrArn())
                        .roleArn(starter.getRoleArn())
                        .input("{}")
                        .build())
                .build();
        schedule.getNode().addDependency(starter);
        alarms.pipelineSilence();
    }

    private static void grant(Grants grants, PipelineFile file, Names names) {
        grants.runJobs(file.jobs(names)).publishAlerts();
    }
}
