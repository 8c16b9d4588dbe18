package io.millrace.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.DerivedColumn;
import io.millrace.contract.Field;
import io.millrace.contract.FieldRule;
import io.millrace.contract.ServiceLevel;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonTest extends ParcelChanges {
    /** Whoever adds a part decides here what another value of it is. */
    @Test
    void everyPartOfAContractHasItsVerdict() {
        assertThat(parts(Contract.class))
                .isEqualTo("dataset version domain description owner about fields derived requireOneOf partitionKey"
                        + " sortedBy eventTime clock format strict serviceLevel support silverTable");
        assertThat(parts(Field.class))
                .isEqualTo("column jsonType classification aliases normalize ifAbsent rules examples");
        assertThat(parts(DerivedColumn.class)).isEqualTo("column transform source classification");
        assertThat(parts(ServiceLevel.class)).isEqualTo("freshness rawRetention typedRetention");
        assertThat(FieldRule.class.getPermittedSubclasses())
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrder("Present", "Length", "Matches", "NumberRange", "TimeRange", "OneOf");
    }

    private static String parts(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(" "));
    }

    @Test
    void equalRetentionInOtherUnitsIsNoDifference() {
        assertThat(changes(Parcels.in(after(), "value: 2, unit: y", "value: 24, unit: m")))
                .isEmpty();
    }

    @Test
    void theOrderOfFieldsIsNoDifference() {
        String due = Parcels.YAML
                .lines()
                .filter(line -> line.contains("name: due"))
                .findFirst()
                .orElseThrow();
        String moved = Parcels.YAML
                .replace(due + "\n", "")
                .replace("      - {name: receiver", due + "\n      - {name: receiver");

        assertThat(changes(Parcels.in(after(), moved))).isEmpty();
    }

    @Test
    void aDatasetThatComesOrGoesIsAChange() throws IOException {
        Path folder = after();
        Files.createDirectories(folder.resolve("post"));
        Files.writeString(folder.resolve("post/letters.yaml"), Parcels.YAML.replace("parcels", "letters"));
        Contracts after = Contracts.read(folder);

        assertThat(Comparison.of(before, after).stream().map(ParcelChanges::lines))
                .containsExactly(
                        List.of("MAJOR dataset: gone | none"),
                        List.of("MINOR dataset: new | create letters_bronze, letters_silver, letters_quarantine"));
    }

    @Test
    void aRuleReachesTypedRowsAndQuarantineAndAColumnOnlyTypedRows() {
        assertThat(changes(Parcels.in(after(), "maxLength: 40", "maxLength: 50")))
                .singleElement()
                .satisfies(
                        change -> assertThat(change.tables()).containsExactly("parcels_silver", "parcels_quarantine"));
        assertThat(changes(Parcels.in(after(), "decimal(6,2)", "decimal(7,2)")))
                .singleElement()
                .satisfies(change -> assertThat(change.tables()).containsExactly("parcels_silver"));
    }
}
