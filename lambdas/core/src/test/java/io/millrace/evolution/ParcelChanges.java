package io.millrace.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Contracts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.io.TempDir;

/** A contract before and after a change of its text, and what the comparison says. */
abstract class ParcelChanges {
    @TempDir
    Path folder;

    Contracts before;

    @BeforeEach
    void read() {
        before = Parcels.in(folder.resolve("before"), Parcels.YAML);
    }

    DynamicTest row(String... replacementsAndExpected) {
        int replaced =
                replacementsAndExpected.length > 3 && !replacementsAndExpected[2].matches("(PATCH|MINOR|MAJOR) .*")
                        ? 4
                        : 2;
        List<String> expected = List.of(replacementsAndExpected).subList(replaced, replacementsAndExpected.length);
        return DynamicTest.dynamicTest(replacementsAndExpected[0] + " -> " + replacementsAndExpected[1], () -> {
            String yaml = Parcels.YAML + "# none";
            for (int i = 0; i < replaced; i += 2) {
                assertThat(yaml).contains(replacementsAndExpected[i]);
                yaml = yaml.replace(replacementsAndExpected[i], replacementsAndExpected[i + 1]);
            }
            assertThat(changes(Parcels.in(after(), yaml)).stream().flatMap(change -> lines(change).stream()))
                    .containsExactlyElementsOf(expected);
        });
    }

    List<ContractChange> changes(Contracts after) {
        return Comparison.of(before, after);
    }

    static List<String> lines(ContractChange change) {
        return change.differences().stream()
                .map(each -> each.weight() + " " + each.place() + ": " + each.change() + " | " + each.tableChange())
                .toList();
    }

    Path after() {
        return folder.resolve("after");
    }
}
