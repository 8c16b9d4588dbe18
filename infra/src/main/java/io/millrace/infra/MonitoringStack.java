package io.millrace.infra;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * Watches what the other stacks declared, and tells people. Nothing needs it: it may fail, or be deleted, while events
 * flow. It comes last, when everything is declared.
 */
public final class MonitoringStack extends PlatformStack {
    public MonitoringStack(Construct scope, Deployment deployment, @Nullable IKey key, Alarms alarms) {
        super(scope, "Monitoring", "Millrace: alarms, dashboard, and the way to people", deployment);
        Names names = deployment.names();
        AlertTopic alerts = new AlertTopic(this, deployment, key);
        new AlertSender(this, deployment, alerts.topic(), key, alarms);
        new FailedJobs(this, names, alerts.topic());
        List<Contract> contracts = Contracts.bundled().all();
        contracts.forEach(alarms::late);
        alarms.ledgerGap();
        alarms.ledgerLost();
        if (!deployment.environment().emulated()) {
            List<IAlarm> made = deployment.environment().observability().alarms()
                    ? new MadeAlarms(
                                    this,
                                    names,
                                    alarms,
                                    alerts.topic(),
                                    deployment.environment().observability().alarmTopicArn())
                            .all()
                    : List.of();
            new Overview(
                    this,
                    names,
                    alarms,
                    made,
                    contracts.stream().map(Contract::dataset).toList());
        }
        output("AlertsTopicArn", alerts.topic().getTopicArn());
        output("AlertsTable", names.alertsTable());
        output("SlackSecret", names.slackSecret());
    }
}
