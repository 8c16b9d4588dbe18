package io.millrace.job.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.TableRules;
import io.millrace.job.JobContext;
import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import io.millrace.job.lineage.Datasets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityGateTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String CONTRACT = """
        team: {name: sales}
        schema:
          - physicalName: sales
            quality: [{metric: rowCount, mustBeGreaterOrEqualTo: 1}]
            properties:
              - {name: id, logicalType: string, primaryKey: true}
              - {name: code, logicalType: string, logicalTypeOptions: {minLength: 2, maxLength: 3, pattern: "^[a-z]+$"}}
              - {name: kind, logicalType: string, quality: [{metric: invalidValues, severity: error, mustBe: 0,
                  arguments: {validValues: [tea, mate]}}]}
              - {name: mood, logicalType: string, quality: [{metric: invalidValues, severity: warning, mustBe: 0,
                  arguments: {validValues: [good]}}]}
              - {name: price, logicalType: number, logicalTypeOptions: {exclusiveMinimum: 0, maximum: 100}}
              - {name: born, logicalType: date, logicalTypeOptions: {minimum: "2020-01-01"}}
              - {name: note, logicalType: string,
                  quality: [{metric: nullValues, mustBeLessOrEqualTo: 50, unit: percent}]}
              - {name: product, logicalType: string, relationships: [{to: products.product_id}]}
              - {name: tags, logicalType: array}
        slaProperties: [{property: latency, value: 1, unit: h}]
        """;

    private final TestLake lake = new TestLake();

    @Test
    void eachRuleOfAContractIsACheckAndCountsTheRowsThatDoNotKeepIt() {
        products();
        sales(
                "('1', 'ab', 'tea', 'good', 1.0, DATE '2020-01-01', 'x', 'p1', array('a'))",
                "('1', 'a', 'beer', 'bad', 0.0, DATE '2019-12-31', null, 'p2', null)",
                "(null, 'abcd', null, null, 100.5, null, null, null, null)",
                "('3', 'äöü', 'mate', 'good', 100.0, null, null, 'p1', null)");

        Audit audit = audit(CONTRACT);

        assertThat(failed(audit))
                .containsExactly(
                        "row_count 0/4 true",
                        "id.required 1/4 true",
                        "code.length 2/4 true",
                        "code.pattern 1/4 true",
                        "kind.allowed_values 1/4 true",
                        "mood.allowed_values 1/4 true", // only warns
                        "price.range 2/4 true",
                        "born.range 1/4 true",
                        "note.completeness 3/4 false", // more than half
                        "product.reference 1/4 true", // only warns
                        "id.unique 1/4 false");
        assertThat(audit.rows()).isEqualTo(4);
        assertThat(audit.score())
                .as("three rows break a rule, and one is there twice")
                .isEqualTo(0);
        assertThat(audit.completeness()).isEqualTo(0.75);
        assertThat(audit.accuracy()).isEqualTo(0.25);
        assertThat(audit.passed()).isFalse();
        assertThat(audit.warnings()).hasSize(2);
    }

    @Test
    void rowsThatKeepAllRulesScoreOne() {
        products();
        sales("('1', 'ab', 'tea', 'good', 1.0, DATE '2020-01-01', 'x', 'p1', null)");
        Audit audit = audit(CONTRACT);
        assertThat(audit.score()).isEqualTo(1);
        assertThat(audit.passed()).isTrue();
        assertThat(audit.failures()).isEmpty();
    }

    @Test
    void oneRowInAHundredMayBeWrongAndTwoMayNot() {
        assertThat(thousand("id % 100 = 0").score()).isEqualTo(0.99);
        assertThat(thousand("id % 100 = 0").passed()).isTrue();
        assertThat(thousand("id % 50 = 0").passed()).isFalse();
    }

    @Test
    void aTableThatMustHaveRowsFailsWithoutAny() {
        products();
        sales("('1', 'ab', 'tea', 'good', 1.0, DATE '2020-01-01', 'x', 'p1', null)");
        lake.sql("DELETE FROM {gold}.sales");
        assertThat(audit(CONTRACT).passed()).isFalse();
        assertThat(audit(CONTRACT.replace("mustBeGreaterOrEqualTo: 1", "mustBeGreaterOrEqualTo: 0"))
                        .passed())
                .isTrue();
    }

    @Test
    void aColumnThatRowsNeedAndTheTableLacksIsMissingInEveryRow() {
        products();
        sales("('1', 'ab', 'tea', 'good', 1.0, DATE '2020-01-01', 'x', 'p1', null)");
        lake.sql("ALTER TABLE {gold}.sales DROP COLUMN code");
        lake.sql("INSERT INTO {gold}.sales VALUES" + " ('2', 'tea', 'good', 1.0, DATE '2020-01-01', 'x', 'p1', null)");
        assertThat(audit(CONTRACT).passed()).as("one that may be null").isTrue();
        Audit audit = audit(
                CONTRACT.replace("name: code, logicalType: string", "name: code, required: true, logicalType: string"));
        assertThat(failed(audit)).contains("code.present 2/2 true");
        assertThat(audit.score()).isEqualTo(0);
    }

    @Test
    void rowsOfTheLastDayThatCameLaterThanPromisedAreLate() {
        String contract = """
            team: {name: sales}
            schema:
              - physicalName: arrivals
                properties: [{name: _received_at, logicalType: timestamp}]
            slaProperties: [{property: latency, value: 1, unit: h}]
            """;
        lake.sql("CREATE TABLE {silver}.arrivals (_received_at TIMESTAMP, _ingested_at TIMESTAMP) USING iceberg");
        lake.sql("INSERT INTO {silver}.arrivals VALUES"
                + " (TIMESTAMP '2026-03-01T10:00:00Z', TIMESTAMP '2026-03-01T11:00:00Z'),"
                + " (TIMESTAMP '2026-03-01T10:00:00Z', TIMESTAMP '2026-03-01T11:00:01Z'),"
                + " (TIMESTAMP '2026-02-27T10:00:00Z', TIMESTAMP '2026-03-01T11:00:01Z')");
        Audit audit = new QualityGate(context())
                .audit(Layer.SILVER, TableRules.read("arrivals.yaml", contract), version(Layer.SILVER, "arrivals"));
        assertThat(failed(audit)).contains("freshness 1/2 false");
        assertThat(audit.score()).as("lateness is no fault of the row").isEqualTo(1);
        assertThat(audit.passed()).isFalse();
    }

    @Test
    void aDimensionMayComeADayAfterItsFacts() {
        String contract = """
            team: {name: sales}
            schema:
              - physicalName: facts
                properties: [{name: product, logicalType: string, relationships: [{to: products.product_id}]}]
            slaProperties: [{property: latency, value: 1, unit: h}]
            """;
        lake.sql("CREATE TABLE {silver}.facts (product STRING, _received_at TIMESTAMP) USING iceberg");
        lake.sql("INSERT INTO {silver}.facts VALUES ('p1', TIMESTAMP '2026-02-27T12:00:00Z'),"
                + " ('p2', TIMESTAMP '2026-02-28T11:59:59Z'), ('p2', TIMESTAMP '2026-02-28T12:00:00Z')");
        assertThat(facts(contract)).as("no table of dimensions at all").contains("product.reference 2/2 true");
        products();
        assertThat(facts(contract)).contains("product.reference 1/2 true");
    }

    private List<String> facts(String contract) {
        return failed(new QualityGate(context())
                .audit(Layer.SILVER, TableRules.read("facts.yaml", contract), version(Layer.SILVER, "facts")));
    }

    private Audit thousand(String wrong) {
        lake.sql("CREATE TABLE IF NOT EXISTS {gold}.sales (id STRING, kind STRING) USING iceberg");
        lake.sql("INSERT OVERWRITE {gold}.sales" + " SELECT CAST(id AS STRING), IF(" + wrong
                + ", 'beer', 'tea') FROM range(1000)");
        return audit("""
            team: {name: sales}
            schema:
              - physicalName: sales
                properties:
                  - {name: id, logicalType: string, primaryKey: true}
                  - {name: kind, logicalType: string, quality: [{metric: invalidValues, severity: error, mustBe: 0,
                      arguments: {validValues: [tea, mate]}}]}
            slaProperties: [{property: latency, value: 1, unit: h}]
            """);
    }

    private void products() {
        lake.sql("CREATE TABLE {silver}.products (product_id STRING) USING iceberg");
        lake.sql("INSERT INTO {silver}.products VALUES ('p1'), ('p1'), ('p3')");
    }

    private void sales(String... rows) {
        lake.sql("CREATE TABLE {gold}.sales (id STRING, code STRING, kind STRING, mood STRING, price DOUBLE, born DATE,"
                + " note STRING, product STRING, tags ARRAY<STRING>) USING iceberg");
        lake.sql("INSERT INTO {gold}.sales VALUES " + String.join(", ", rows));
    }

    private Audit audit(String contract) {
        return new QualityGate(context())
                .audit(Layer.GOLD, TableRules.read("sales.yaml", contract), version(Layer.GOLD, "sales"));
    }

    private Version version(Layer layer, String table) {
        return Version.published(
                lake.lake().table(layer, table).currentSnapshot().snapshotId());
    }

    private JobContext context() {
        return new JobContext(lake.lake(), "run-1", NOW, false, 2, new Datasets());
    }

    private static List<String> failed(Audit audit) {
        return audit.checks().stream()
                .map(check -> check.name() + " " + check.failed() + "/" + check.rows() + " " + check.passed())
                .toList();
    }
}
