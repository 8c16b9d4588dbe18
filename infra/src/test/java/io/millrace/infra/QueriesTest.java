package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Views and named queries in the templates. */
class QueriesTest {
    private static final String NAMED = "AWS::Athena::NamedQuery";

    private final Synthesised dev = Synthesised.of("dev");
    private final Synthesised local = Synthesised.of("local");

    @Test
    void every_layer_has_a_view() {
        assertThat(dev.resources("Queries", "AWS::Glue::Table"))
                .extracting(view -> view.at("/Properties/DatabaseName").asText() + "."
                        + view.at("/Properties/TableInput/Name").asText())
                .containsExactlyInAnyOrder(
                        "dev_bronze.quarantined_events",
                        "dev_silver.user_timeline",
                        "dev_gold.daily_overview",
                        "dev_ops.latest_quality");
    }

    @Test
    void a_view_is_what_athena_makes_of_one() throws IOException {
        for (JsonNode view : dev.resources("Queries", "AWS::Glue::Table")) {
            JsonNode input = view.at("/Properties/TableInput");
            assertThat(input.path("TableType").asText()).isEqualTo("VIRTUAL_VIEW");
            assertThat(input.at("/Parameters/presto_view").asText()).isEqualTo("true");
            JsonNode definition = definition(input);
            assertThat(definition.path("originalSql").asText())
                    .contains("FROM dev_")
                    .doesNotContain("${", "-- for each");
            List<String> names = new ArrayList<>();
            input.at("/StorageDescriptor/Columns")
                    .forEach(column -> names.add(column.path("Name").asText()));
            assertThat(definition.path("columns"))
                    .extracting(column -> column.path("name").asText())
                    .containsExactlyElementsOf(names);
        }
    }

    @Test
    void the_view_of_quarantine_has_every_dataset() throws IOException {
        JsonNode view = dev.resources("Queries", "AWS::Glue::Table").stream()
                .map(resource -> resource.at("/Properties/TableInput"))
                .filter(input -> input.path("Name").asText().equals("quarantined_events"))
                .findFirst()
                .orElseThrow();
        String sql = definition(view).path("originalSql").asText();
        assertThat(Contracts.bundled().all().stream().map(Contract::dataset))
                .allSatisfy(dataset -> assertThat(sql)
                        .contains("'" + dataset + "' AS dataset", "FROM dev_bronze." + dataset + "_quarantine"));
        assertThat(sql.split("UNION ALL", -1)).hasSize(Contracts.bundled().all().size());
    }

    @Test
    void the_named_queries_are_in_the_workgroup_of_people() {
        assertThat(dev.resources("Queries", NAMED))
                .extracting(query -> query.at("/Properties/Name").asText())
                .containsExactlyInAnyOrder("data_quality", "funnel", "pipeline_health", "retention");
        assertThat(dev.resources("Queries", NAMED)).allSatisfy(query -> {
            assertThat(query.at("/Properties/WorkGroup").asText()).isEqualTo("millrace-dev");
            assertThat(query.at("/Properties/Description").asText()).isNotBlank();
            assertThat(query.at("/Properties/QueryString").asText())
                    .contains("FROM dev_")
                    .doesNotContain("${");
            assertThat(query.has("Condition")).isFalse();
        });
    }

    @Test
    void the_local_platform_finds_the_named_queries_that_the_emulator_leaves_out() {
        assertThat(local.resources("Queries", NAMED))
                .hasSize(4)
                .allSatisfy(
                        query -> assertThat(query.path("Condition").asText()).isEqualTo("KeptByAws"));
    }

    @Test
    void a_contract_of_another_view_is_refused() {
        assertThatThrownBy(() -> ViewContract.read("funnel", "schema: [{physicalName: other, properties: []}]"))
                .hasMessage("Cannot make view funnel: its contract is of 'other' with 0 columns");
    }

    private static JsonNode definition(JsonNode input) throws IOException {
        String text = input.path("ViewOriginalText").asText();
        assertThat(text).startsWith("/* Presto View: ").endsWith(" */");
        return new JsonMapper()
                .readTree(Base64.getDecoder()
                        .decode(text.substring("/* Presto View: ".length(), text.length() - " */".length())));
    }
}
