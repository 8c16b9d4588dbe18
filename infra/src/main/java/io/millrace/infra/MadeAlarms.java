package io.millrace.infra;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** The alarms that were declared: each tells its beginning and its end to the topic. */
final class MadeAlarms extends Construct {
    private final List<IAlarm> all = new ArrayList<>();

    /** @param otherTopicArn one more topic to tell, as of a pager, or null */
    MadeAlarms(Construct scope, Names names, Alarms alarms, ITopic topic, @Nullable String otherTopicArn) {
        super(scope, "Alarms");
        List<IAlarmAction> actions = new ArrayList<>(List.of(new SnsAction(topic)));
        if (otherTopicArn != null) {
            actions.add(new SnsAction(Topic.fromTopicArn(this, "OtherTopic", otherTopicArn)));
        }
        IAlarmAction[] tell = actions.toArray(new IAlarmAction[0]);
        for (Alarms.Declared each : alarms.declared()) {
            Alarm alarm = Alarm.Builder.create(this, each.name())
                    .alarmName(names.of(each.name()))
                    .alarmDescription(each.text().write())
                    .metric(each.metric())
                    .threshold(each.threshold())
                    .comparisonOperator(each.comparison())
                    .evaluationPeriods(each.periods())
                    .treatMissingData(each.missing())
                    .build();
            alarm.addAlarmAction(tell);
            alarm.addOkAction(tell);
            all.add(alarm);
        }
    }

    List<IAlarm> all() {
        return List.copyOf(all);
    }
}
