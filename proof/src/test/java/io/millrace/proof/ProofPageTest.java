package io.millrace.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.proof.fault.Fault;
import io.millrace.proof.mutant.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the page about the proof says that it knows. */
final class ProofPageTest {
    private static final Path PAGE = Path.of("../docs/concepts/proof.md");

    @Test
    void the_page_names_every_fault_and_every_mistake() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Fault.values()).allSatisfy(fault -> assertThat(page).contains("`" + fault.name() + "`"));
        assertThat(Mutant.values()).allSatisfy(mutant -> assertThat(page).contains("`" + mutant.name() + "`"));
    }
}
