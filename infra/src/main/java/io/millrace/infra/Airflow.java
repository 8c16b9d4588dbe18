package io.millrace.infra;

import io.millrace.infra.environment.AirflowSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupIngress;
import software.amazon.awscdk.services.mwaa.CfnEnvironment;
import software.constructs.Construct;

/** Managed Airflow with the platform's DAGs. The packages that they need are those that it comes with. */
final class Airflow extends Construct {
    /** As {@code airflow-dags/requirements.in} has it. */
    static final String VERSION = "3.0.6";

    Airflow(Construct scope, Deployment deployment, AirflowSettings settings, DagBucket dags, AirflowRole role) {
        super(scope, "Airflow");
        Names names = deployment.names();
        CfnSecurityGroup group = group(names, settings);
        CfnEnvironment environment = CfnEnvironment.Builder.create(this, "Environment")
                .name(names.airflow())
                .airflowVersion(VERSION)
                .environmentClass(settings.environmentClass())
                .minWorkers(settings.minWorkers())
                .maxWorkers(settings.maxWorkers())
                .sourceBucketArn(names.bucketArn(names.airflowBucket()))
                .dagS3Path(DagBucket.FOLDER)
                .executionRoleArn(role.arn())
                // Signed in to with IAM; a private one would need a way into the network.
                .webserverAccessMode("PUBLIC_ONLY")
                .networkConfiguration(CfnEnvironment.NetworkConfigurationProperty.builder()
                        .subnetIds(settings.subnetIds())
                        .securityGroupIds(List.of(group.getAttrGroupId()))
                        .build())
                .airflowConfigurationOptions(new TreeMap<>(Map.of(
                        "millrace.environment", names.environment(),
                        "millrace.alerts_topic_arn", names.alertsTopicArn())))
                .loggingConfiguration(logs())
                .build();
        environment.getNode().addDependency(dags, role);
    }

    /** Its parts talk to each other and to AWS, and nobody talks to them. */
    private CfnSecurityGroup group(Names names, AirflowSettings settings) {
        CfnSecurityGroup group = CfnSecurityGroup.Builder.create(this, "Group")
                .groupDescription("Millrace " + names.environment() + ": the parts of Airflow")
                .vpcId(settings.vpcId())
                .securityGroupEgress(List.of(CfnSecurityGroup.EgressProperty.builder()
                        .ipProtocol("-1")
                        .cidrIp("0.0.0.0/0")
                        .build()))
                .build();
        CfnSecurityGroupIngress.Builder.create(this, "Parts")
                .groupId(group.getAttrGroupId())
                .sourceSecurityGroupId(group.getAttrGroupId())
                .ipProtocol("-1")
                .build();
        return group;
    }

    private static CfnEnvironment.LoggingConfigurationProperty logs() {
        return CfnEnvironment.LoggingConfigurationProperty.builder()
                .dagProcessingLogs(logs("WARNING"))
                .schedulerLogs(logs("WARNING"))
                .taskLogs(logs("INFO"))
                .webserverLogs(logs("WARNING"))
                .workerLogs(logs("WARNING"))
                .build();
    }

    private static CfnEnvironment.ModuleLoggingConfigurationProperty logs(String level) {
        return CfnEnvironment.ModuleLoggingConfigurationProperty.builder()
                .enabled(true)
                .logLevel(level)
                .build();
    }
}
