package io.millrace.evolution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that changed in the contract of one dataset.
 *
 * @param fromVersion null where the dataset is new
 * @param toVersion null where the dataset is gone
 * @param differences at least one
 */
public record ContractChange(
        String dataset,
        @Nullable String fromVersion,
        @Nullable String toVersion,
        List<Difference> differences) {
    private static final int DIGEST_CHARS = 12;

    public ContractChange {
        differences = List.copyOf(differences);
        if (differences.isEmpty()) {
            throw new IllegalArgumentException("Cannot make a change of " + dataset + ": nothing differs");
        }
    }

    /** The heaviest difference's. */
    public Weight weight() {
        return differences.stream()
                .map(Difference::weight)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Those that some sender or reader would notice. */
    public List<Difference> breaks() {
        return differences.stream().filter(each -> !each.weight().compatible()).toList();
    }

    /** Names of the tables that it reaches, each once. */
    public List<String> tables() {
        return differences.stream()
                .flatMap(each -> each.tables().stream())
                .distinct()
                .toList();
    }

    /** As in {@code orders 1.0.0 -> 1.1.0}. */
    @Override
    public String toString() {
        return dataset + " " + Objects.requireNonNullElse(fromVersion, "(none)") + " -> "
                + Objects.requireNonNullElse(toVersion, "(none)");
    }

    /** Why the version does not say what changed, if it does not. */
    public Optional<String> versionProblem() {
        if (fromVersion == null || toVersion == null) {
            return Optional.empty();
        }
        Version needed = Version.parse(fromVersion).after(weight());
        if (Version.parse(toVersion).compareTo(needed) >= 0) {
            return Optional.empty();
        }
        return Optional.of("version " + toVersion + " does not say what changed since " + fromVersion + ": make it "
                + needed + " (" + weight().words() + ")");
    }

    /**
     * Names exactly these breaks, however the rest of the contract is edited: {@code dataset@} and 12 hex digits. A person
     * who lists it has seen them.
     */
    public String breakDigest() {
        String breaks = breaks().stream()
                .map(each -> each.place() + "\n" + each.change())
                .sorted()
                .collect(Collectors.joining("\n\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(breaks.getBytes(StandardCharsets.UTF_8));
            return dataset + "@" + HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot happen: every Java has SHA-256", e);
        }
    }
}
