package io.millrace.infra;

/**
 * Every physical name and ARN. All are fixed by environment, account and region, so that stacks need no exports from one
 * another, and the local platform and the command find things without asking.
 */
public record Names(String environment, String account, String region) {
    /** Part of the stream's name: the ledger's positions hold for one generation, and a recreated stream starts afresh. */
    private static final int STREAM_GENERATION = 1;

    /** What runs the jobs in their order calls itself so: a DAG, or a state machine. */
    public static final String PIPELINE = "daily_data_pipeline";

    public Names {
        if (!account.matches("\\d{12}")) {
            throw new IllegalArgumentException("Cannot deploy to account '" + account + "': it is not twelve digits");
        }
    }

    public String stack(String capability) {
        return "Millrace-" + environment + "-" + capability;
    }

    /** {@code millrace-ENV-SUFFIX}, the form of every name that has no rule of its own. */
    public String of(String suffix) {
        return "millrace-" + environment + "-" + suffix;
    }

    public String stream() {
        return of("events-g" + STREAM_GENERATION);
    }

    public String streamArn() {
        return arn("kinesis", "stream/" + stream());
    }

    public String ledgerTable() {
        return of("ledger");
    }

    public String keysTable() {
        return of("keys");
    }

    public String tableArn(String table) {
        return arn("dynamodb", "table/" + table);
    }

    /** Bucket names are shared by all of AWS; the account's number keeps them apart. */
    public String bucket(String purpose) {
        return of(purpose) + "-" + account;
    }

    public String lakeBucket() {
        return bucket("lake");
    }

    public String athenaBucket() {
        return bucket("athena");
    }

    public String bucketArn(String bucket) {
        return "arn:aws:s3:::" + bucket;
    }

    /** The topic that hears of what people want to know. */
    public String noticesTopic() {
        return of("notices");
    }

    public String noticesTopicArn() {
        return arn("sns", noticesTopic());
    }

    /** The topic that every alert goes to. */
    public String alertsTopic() {
        return of("alerts");
    }

    public String alertsTopicArn() {
        return arn("sns", alertsTopic());
    }

    /** Remembers which alerts were sent. */
    public String alertsTable() {
        return of("alerts");
    }

    /** Of the alerts' own key, where the environment has no other. */
    public String alertsKeyAlias() {
        return keyAlias() + "-alerts";
    }

    /** Holds the address of Slack's webhook. */
    public String slackSecret() {
        return of("slack");
    }

    public String alarmArn(String alarm) {
        return arn("cloudwatch", "alarm:" + alarm);
    }

    /** Of an EventBridge rule. */
    public String ruleArn(String rule) {
        return arn("events", "rule/" + rule);
    }

    public String commitQueue() {
        return of("commits.fifo");
    }

    public String queueArn(String queue) {
        return arn("sqs", queue);
    }

    public String workgroup() {
        return "millrace-" + environment;
    }

    /** The workgroup of the API that reads: with its own bound, and nobody else's queries in it. */
    public String servingWorkgroup() {
        return workgroup() + "-serving";
    }

    public String workgroupArn(String workgroup) {
        return arn("athena", "workgroup/" + workgroup);
    }

    /** Of the KMS key, where the environment has its own. */
    public String keyAlias() {
        return "alias/millrace-" + environment;
    }

    /** Every KMS key of the account; to be narrowed by a condition. */
    public String keysArn() {
        return arn("kms", "key/*");
    }

    public String database(String layer) {
        return environment + "_" + layer;
    }

    public String glueArn(String resource) {
        return arn("glue", resource);
    }

    /** A Glue job, by the name that it calls itself. */
    public String jobArn(String job) {
        return glueArn("job/" + of(job));
    }

    /** Of the state machine that runs the day's jobs, and of the schedule that starts it. */
    public String pipeline() {
        return of(PIPELINE.replace('_', '-'));
    }

    public String stateMachineArn(String stateMachine) {
        return arn("states", "stateMachine:" + stateMachine);
    }

    /** Of managed Airflow, where the environment has it. */
    public String airflow() {
        return "millrace-" + environment;
    }

    public String airflowArn() {
        return arn("airflow", "environment/" + airflow());
    }

    public String airflowBucket() {
        return bucket("airflow");
    }

    public String functionLogGroup(String function) {
        return "/aws/lambda/" + of(function);
    }

    public String logGroupArn(String logGroup) {
        return arn("logs", "log-group:" + logGroup);
    }

    private String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
    }
}
