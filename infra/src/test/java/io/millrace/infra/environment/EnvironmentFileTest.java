package io.millrace.infra.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentFileTest {
    private static final Path ENVIRONMENTS = Path.of("environments");

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void every_environment_can_be_read(String name) {
        assertThat(EnvironmentFile.read(ENVIRONMENTS, name).name()).isEqualTo(name);
    }

    @Test
    void a_setting_arrives_where_it_belongs() {
        Environment prod = EnvironmentFile.read(ENVIRONMENTS, "prod");
        assertThat(prod.removal()).isEqualTo(Removal.RETAIN);
        assertThat(prod.stream().shards()).isEqualTo(4);
        assertThat(prod.lake().committer()).isEqualTo(new FunctionSize(1769, 120));
        assertThat(prod.lake().commitIntervalSeconds()).isEqualTo(10);
        assertThat(prod.lake().dedupWindowMinutes()).isEqualTo(60);
        assertThat(prod.ingest().firewall()).isEqualTo(new Firewall(30_000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        shards: 4                  | shards: 0              | stream.shards: 0 is not between 1 and 10000
        shards: 4                  | shards: 17             | at least as many buckets
        shards: 4                  | shards: four           | four
        shards: 4                  | shard: 4               | shard
        retentionHours: 168        | retentionHours: 12     | stream.retentionHours: 12
        name: prod                 | name: other            | named 'other'
        account: null              | account: "123"         | '123': it is not twelve digits
        logRetentionDays: 90       | logRetentionDays: 91   | 91 is not one of
        commitIntervalSeconds: 10  | commitIntervalSeconds: 901 | lake.commitIntervalSeconds: 901
        emulated: false            | emulated: true         | ingest.firewall
        maxEventBytes: 262144      | maxEventBytes: 1048576 | ingest.maxEventBytes: 1048576
        versioning: true           | # versioning: true     | versioning
        workerType: G.1X           | workerType: large      | jobs.workerType: 'large'
        timeoutMinutes: 240        | timeoutMinutes: 0      | jobs.timeoutMinutes: 0
        maintenanceHours: 2        | maintenanceHours: 12   | jobs.maintenanceHours: 12
        airflow: null              | airflow: {environmentClass: mw1.small, minWorkers: 1, maxWorkers: 2, vpcId: v, subnetIds: [a]} | [a]; Airflow needs two
        airflow: null              | airflow: {environmentClass: huge, minWorkers: 1, maxWorkers: 2, vpcId: v, subnetIds: [a, b]} | 'huge'; use mw1.small
        acceptedBreaks: []         | acceptedBreaks: [all]  | 'all' is not dataset@digest
        queryTimeoutSeconds: 25    | queryTimeoutSeconds: 29 | serving.queryTimeoutSeconds: 29 is not between 1 and 26
        mostRows: 10000            | mostRows: 500          | serving.usualRows: 1000 is not between 1 and 500
        """)
    void a_file_that_cannot_be_meant_is_refused(String right, String wrong, String reason, @TempDir Path folder)
            throws IOException {
        String text = Files.readString(ENVIRONMENTS.resolve("prod.yaml"));
        assertThat(text).contains(right);
        Files.writeString(folder.resolve("prod.yaml"), text.replace(right, wrong));
        assertThatThrownBy(() -> EnvironmentFile.read(folder, "prod"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void an_unknown_environment_is_refused_by_name() {
        assertThatThrownBy(() -> EnvironmentFile.read(ENVIRONMENTS, "moon"))
                .hasMessage("Cannot read environment moon: there is no file " + ENVIRONMENTS.resolve("moon.yaml"));
    }
}
