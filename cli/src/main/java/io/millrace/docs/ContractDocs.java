package io.millrace.docs;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of static pages: {@code index.html}, and {@code <dataset>.html} for each contract. */
public final class ContractDocs {
    private ContractDocs() {}

    /**
     * Writes the pages over those of before; other files in the folder stay. The same contracts give the same bytes.
     *
     * @return the index
     */
    public static Path write(Contracts contracts, Path folder) {
        try {
            Files.createDirectories(folder);
            for (Contract contract : contracts.all()) {
                Files.writeString(folder.resolve(contract.dataset() + ".html"), DatasetPage.of(contract));
            }
            return Files.writeString(folder.resolve("index.html"), IndexPage.of(contracts.all()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write pages to " + folder, e);
        }
    }
}
