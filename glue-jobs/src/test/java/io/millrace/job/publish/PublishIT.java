package io.millrace.job.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.alert.GateFailure;
import io.millrace.contract.TableRules;
import io.millrace.job.JobContext;
import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import io.millrace.job.lineage.Datasets;
import io.millrace.job.quality.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishIT {
    private static final TableRules RULES = TableRules.read("sales.yaml", """
        team: {name: sales}
        support: [{channel: "#sales-data", tool: slack}]
        schema:
          - physicalName: sales
            properties:
              - {name: day, logicalType: string, required: true, primaryKey: true}
              - {name: category, logicalType: string, required: true, primaryKey: true}
              - {name: revenue, logicalType: number, logicalTypeOptions: {minimum: 0}}
        slaProperties: [{property: latency, value: 1, unit: h}]
        """);

    private final TestLake lake = new TestLake();
    private int runs;

    @BeforeEach
    void tableWithoutRows() {
        lake.sql("CREATE TABLE {gold}.sales (day STRING, category STRING, revenue DECIMAL(18,4)) USING iceberg");
    }

    @Test
    void readersSeeAVersionThatPasses() throws Exception {
        Publication first = publish(replaceBy("('mon', 'tea', 1)"));
        assertThat(first).isInstanceOf(Publication.Published.class);
        assertThat(sales()).containsExactly("mon | tea | 1.0000");

        publish(replaceBy("('mon', 'tea', 2), ('tue', 'tea', 3)"));
        assertThat(sales()).containsExactly("mon | tea | 2.0000", "tue | tea | 3.0000");
        assertThat(branches()).isEmpty();
    }

    @Test
    void readersNeverSeeAVersionThatDoesNot() throws Exception {
        publish(replaceBy("('mon', 'tea', 1)"));
        long published = table().currentSnapshot().snapshotId();

        Publication second = publish(replaceBy("('mon', 'tea', 2), ('tue', null, 3)"));

        assertThat(second).isInstanceOfSatisfying(Publication.Refused.class, refused -> {
            assertThat(lake.lines("SELECT count(*) FROM {gold}.sales VERSION AS OF '" + refused.branch() + "'"))
                    .containsExactly("2");
            assertThat(refused.failure())
                    .isEqualTo(new GateFailure(
                            true,
                            "gold.sales",
                            "sales",
                            "#sales-data",
                            Long.toString(published),
                            0.5,
                            0.99,
                            List.of("completeness 0.7500 of 0.9500", "category.required 1 of 2 rows")));
        });
        assertThat(sales()).containsExactly("mon | tea | 1.0000");
        assertThat(table().currentSnapshot().snapshotId()).isEqualTo(published);
    }

    @Test
    void beforeTheFirstVersionThatPassesReadersSeeNothing() throws Exception {
        Publication first = publish(replaceBy("('mon', null, 1)"));
        assertThat(first.refusal())
                .hasValueSatisfying(failure -> assertThat(failure.published()).isEqualTo("none"));
        for (int i = 0; i < 4; i++) {
            publish(replaceBy("('mon', null, 1)"));
        }
        assertThat(table().currentSnapshot()).isNull();
        assertThat(branches()).hasSize(3);

        publish(replaceBy("('mon', 'tea', 1)"));
        assertThat(sales()).containsExactly("mon | tea | 1.0000");
    }

    @Test
    void aWriterThatWritesNothingChangesNothing() throws Exception {
        publish(replaceBy("('mon', 'tea', 1)"));
        assertThat(publish(branch -> {})).isInstanceOf(Publication.Unchanged.class);
        assertThat(branches()).isEmpty();
    }

    @Test
    void aRunThatIsCutOffAfterItsAuditHasPublishedNothingAndTheNextOneGoesOn() throws Exception {
        publish(replaceBy("('mon', 'tea', 1)"));
        AuditBranch cutOff = AuditBranch.open(context("cut-off"), Layer.GOLD, "sales", 1);
        replaceBy("('mon', 'tea', 2)").write(cutOff.sqlName());
        assertThat(sales()).containsExactly("mon | tea | 1.0000");

        publish("cut-off", replaceBy("('mon', 'tea', 3)"));

        assertThat(sales()).containsExactly("mon | tea | 3.0000");
        assertThat(branches()).as("its own branch of before is gone too").isEmpty();
    }

    @Test
    void whatAnotherRunPublishedMeanwhileIsNeverLost() throws Exception {
        publish(replaceBy("('mon', 'tea', 1)"));
        List<String> written = new ArrayList<>();

        Publication mine = publish(branch -> {
            if (written.isEmpty()) {
                written.add(branch);
                insert("('tue', 'tea', 2)").write(branch);
                publish(insert("('wed', 'tea', 3)"));
            } else {
                written.add(branch);
                insert("('tue', 'tea', 2)").write(branch);
            }
        });

        assertThat(mine).isInstanceOf(Publication.Published.class);
        assertThat(written).as("attempts").hasSize(2).doesNotHaveDuplicates();
        assertThat(sales()).containsExactly("mon | tea | 1.0000", "tue | tea | 2.0000", "wed | tea | 3.0000");
        assertThat(branches()).isEmpty();
    }

    @Test
    void aRunThatIsOvertakenAgainAndAgainGivesUpAndPublishesNothing() throws Exception {
        assertThatThrownBy(() -> publish(branch -> {
                    insert("('tue', 'tea', 2)").write(branch);
                    publish(insert("('mon" + runs + "', 'tea', 1)"));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot publish sales: others published it 3 times");
        assertThat(lake.lines("SELECT count(*) FROM {gold}.sales WHERE day = 'tue'"))
                .containsExactly("0");
    }

    @Test
    void onlyTheVersionThatWasAuditedIsPublished() throws Exception {
        publish(replaceBy("('mon', 'tea', 1)"));
        AuditBranch branch = AuditBranch.open(context("mine"), Layer.GOLD, "sales", 1);
        insert("('tue', 'tea', 2)").write(branch.sqlName());
        Version audited = branch.version();
        insert("('tue', null, 2)").write(branch.sqlName());

        assertThat(branch.publish(audited)).isFalse();
        assertThat(sales()).containsExactly("mon | tea | 1.0000");
    }

    @Test
    void whatIsDoneToATableWithoutMovingItIsNoReasonToWriteAgain() throws Exception {
        publish(replaceBy("('mon', 'tea', 1)"));
        AuditBranch branch = AuditBranch.open(context("mine"), Layer.GOLD, "sales", 1);
        insert("('tue', 'tea', 2)").write(branch.sqlName());
        Table table = table();
        table.manageSnapshots()
                .createTag("daily", table.currentSnapshot().snapshotId())
                .commit();

        assertThat(branch.publish(branch.version())).isTrue();
        assertThat(sales()).hasSize(2);
    }

    @Test
    void branchesOfVersionsThatDidNotPassAreKeptButNotForEver() throws Exception {
        publish(replaceBy("('mon', 'tea', 1)"));
        for (int i = 0; i < 5; i++) {
            publish(insert("('tue', null, " + i + ")"));
        }
        assertThat(branches()).hasSize(3);
        assertThat(lake.lines("SELECT revenue FROM {gold}.sales VERSION AS OF 'audit_run_6_1' WHERE day = 'tue'"))
                .containsExactly("4.0000");
        assertThat(branches())
                .allSatisfy(name ->
                        assertThat(table().refs().get(name).maxRefAgeMs()).isEqualTo(7 * 24 * 3_600_000L));
    }

    @Test
    void everyAuditIsInTheHistory() throws Exception {
        publish(replaceBy("('mon', 'tea', 1)"));
        publish(replaceBy("('mon', null, 1)"));

        assertThat(lake.lines("SELECT run_id, owner, rule, column_name, rows_failed, table_score, table_passed"
                        + " FROM {ops}.quality_results WHERE rule = 'required' AND column_name = 'category'"
                        + " ORDER BY run_id"))
                .containsExactly(
                        "run-1 | sales | required | category | 0 | 1.0 | true",
                        "run-2 | sales | required | category | 1 | 0.0 | false");
    }

    private Publication publish(BranchWriter writer) throws NoSuchTableException {
        runs++;
        return publish("run-" + runs, writer);
    }

    private Publication publish(String run, BranchWriter writer) throws NoSuchTableException {
        return new Publish(context(run)).publish(Layer.GOLD, RULES, writer);
    }

    private JobContext context(String run) {
        return new JobContext(lake.lake(), run, Instant.now(), false, 2, new Datasets());
    }

    private BranchWriter replaceBy(String values) {
        return branch -> lake.sql("INSERT OVERWRITE " + branch + " VALUES " + values);
    }

    private BranchWriter insert(String values) {
        return branch -> lake.sql("INSERT INTO " + branch + " VALUES " + values);
    }

    private List<String> sales() {
        return lake.lines("SELECT * FROM {gold}.sales ORDER BY day");
    }

    private List<String> branches() {
        return table().refs().keySet().stream()
                .filter(name -> name.startsWith("audit_"))
                .toList();
    }

    private Table table() {
        return lake.lake().table(Layer.GOLD, "sales");
    }
}
