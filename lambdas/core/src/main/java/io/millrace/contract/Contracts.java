package io.millrace.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** All contracts of an installation, in the order of their files. */
public final class Contracts {
    private final Map<String, Contract> byDataset;
    private final Supplier<ContractFiles> files;

    private Contracts(Map<String, Contract> byDataset, Supplier<ContractFiles> files) {
        this.byDataset = byDataset;
        this.files = files;
    }

    /**
     * The contracts in this library, from the form that the build made of their files; where there is none, from them.
     *
     * @throws ContractException with every problem of every file
     * @throws IllegalStateException if that form is another version's of this library
     */
    public static Contracts bundled() {
        return Bundled.CONTRACTS;
    }

    /**
     * The contracts of a folder, as {@code <domain>/<dataset>.yaml}.
     *
     * @throws ContractException with every problem of every file
     */
    public static Contracts read(Path directory) {
        return of(ContractFiles.in(directory));
    }

    /**
     * Contracts that were kept elsewhere.
     *
     * @param origin where the texts come from, for messages
     * @param texts by path, {@code <domain>/<dataset>.yaml}, as {@link #texts} gives them
     * @throws ContractException with every problem of every text
     */
    public static Contracts of(String origin, Map<String, String> texts) {
        return of(new ContractFiles(origin, new TreeMap<>(texts)));
    }

    /** Every problem of the contracts in a folder; none when {@link #read} would read them. */
    public static List<Problem> check(Path directory) {
        List<Problem> problems = new ArrayList<>();
        contracts(ContractFiles.in(directory), problems);
        return problems;
    }

    /** The contract of a dataset, if there is one. */
    public Optional<Contract> find(String dataset) {
        return Optional.ofNullable(byDataset.get(dataset));
    }

    /** Those whose events come over the door and the stream; the others' rows are landed in files. */
    public List<Contract> streamed() {
        return byDataset.values().stream()
                .filter(contract -> contract.format() != Format.ROWS)
                .toList();
    }

    public List<Contract> all() {
        return List.copyOf(byDataset.values());
    }

    /**
     * The files' texts by path, {@code <domain>/<dataset>.yaml}.
     *
     * @throws IllegalStateException if bundled contracts were packed from other files than are beside them
     */
    public SortedMap<String, String> texts() {
        return files.get().texts();
    }

    /**
     * SHA-256, in hex, over the contracts' files: another digest, other contracts.
     *
     * @throws IllegalStateException as {@link #texts}
     */
    public String digest() {
        return files.get().digest();
    }

    /** The table of stream records of which not even the dataset could be read. */
    public static TableDefinition undecodable() {
        return SystemColumns.quarantine("undecodable");
    }

    private static Contracts of(ContractFiles files) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Contract> contracts = contracts(files, problems);
        if (!problems.isEmpty()) {
            throw new ContractException(problems);
        }
        return new Contracts(contracts, () -> files);
    }

    /** Packed contracts, with the files that they were made of. */
    static Contracts of(PackedContracts packed, Supplier<ContractFiles> files) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Contract> contracts = contracts(PackedContracts.RESOURCE, packed.documents(), problems);
        if (!problems.isEmpty()) {
            throw new ContractException(problems);
        }
        return new Contracts(contracts, () -> packed.checked(files.get()));
    }

    private static Map<String, Contract> contracts(ContractFiles files, List<Problem> problems) {
        return contracts(files.directory(), files.documents(problems), problems);
    }

    private static Map<String, Contract> contracts(
            String directory, SortedMap<String, Yaml> documents, List<Problem> problems) {
        Map<String, Contract> contracts = new LinkedHashMap<>();
        Map<String, String> tables = new LinkedHashMap<>();
        documents.forEach((path, document) -> {
            String file = directory + "/" + path;
            ContractReader.read(file, document, problems).ifPresent(contract -> {
                String place = contract.domain() + "/" + contract.dataset() + ".yaml";
                if (!place.equals(path)) {
                    problems.add(new Problem(
                            file,
                            1,
                            "",
                            "is of domain '" + contract.domain() + "' and dataset '" + contract.dataset()
                                    + "': move it to " + place));
                }
                for (TableDefinition table : List.of(contract.bronze(), contract.silver(), contract.quarantine())) {
                    String other = tables.put(table.name(), path);
                    if (other != null) {
                        problems.add(new Problem(
                                file,
                                1,
                                "schema.physicalName",
                                "table " + table.name() + " is also in " + other + ": rename one"));
                    }
                }
                contracts.put(contract.dataset(), contract);
            });
        });
        return contracts;
    }

    private static final class Bundled {
        static final Contracts CONTRACTS = PackedContracts.bundled()
                .map(packed -> of(packed, () -> BundledFiles.FILES))
                .orElseGet(() -> of(BundledFiles.FILES));
    }

    /** Apart, since a function that only checks events never asks for their texts. */
    private static final class BundledFiles {
        static final ContractFiles FILES = ContractFiles.bundled();
    }
}
