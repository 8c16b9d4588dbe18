package io.millrace.evolution;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.millrace.contract.Contract;
import io.millrace.contract.ContractException;
import io.millrace.contract.Contracts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether contracts may take the place of those that are deployed.
 *
 * <p>What is compatible may. What breaks may if a person has listed it by its digest and its version says so. A set of
 * contracts that was deployed here before may come back whatever it breaks, or no deployment could be rolled back.
 *
 * @param rollback the set was deployed before
 * @param changes what differs
 * @param refusals why they may not, for people; empty if they may
 */
public record Review(boolean rollback, List<ContractChange> changes, List<String> refusals) {
    private static final String ORIGIN = "deployed";

    public Review {
        changes = List.copyOf(changes);
        refusals = List.copyOf(refusals);
    }

    /** @param accepted the digests of breaks that a person has listed, as {@link ContractChange#breakDigest} makes them */
    public static Review of(Optional<DeployedContracts> deployed, Contracts next, Set<String> accepted) {
        if (deployed.isEmpty()) {
            return new Review(
                    false, next.all().stream().map(Comparison::appears).toList(), List.of());
        }
        List<ContractChange> changes = changes(deployed.get(), next);
        boolean rollback = deployed.get().digests().contains(next.digest());
        List<String> refusals = rollback
                ? List.of()
                : changes.stream()
                        .flatMap(change -> refusal(change, accepted).stream())
                        .toList();
        return new Review(rollback, changes, refusals);
    }

    /** Datasets whose breaks are meant: their tables may lose what a contract promised. */
    public Set<String> agreed() {
        return changes.stream()
                .filter(change -> rollback || !change.weight().compatible())
                .map(ContractChange::dataset)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The changes as {@link ChangeJson} writes them, with this review's verdict. */
    public ArrayNode toJson() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        changes.forEach(change -> array.add(ChangeJson.of(change).put("verdict", verdict(change))));
        return array;
    }

    /** {@code rollback}, or the change's own. */
    public String verdict(ContractChange change) {
        return rollback ? "rollback" : change.weight().verdict();
    }

    private static Optional<String> refusal(ContractChange change, Set<String> accepted) {
        if (change.weight().compatible()) {
            return Optional.empty();
        }
        String what = "Cannot deploy contract " + change.dataset() + ": ";
        if (accepted.contains(change.breakDigest())) {
            return change.versionProblem().map(problem -> what + problem);
        }
        String breaks = change.breaks().stream()
                .map(each -> each.place() + " " + each.change() + " (" + each.reason() + ")")
                .collect(Collectors.joining("; "));
        return Optional.of(what + breaks + ". To break it all the same, list " + change.breakDigest()
                + " in lake.acceptedBreaks of the environment");
    }

    private static List<ContractChange> changes(DeployedContracts deployed, Contracts next) {
        Map<String, String> paths = new LinkedHashMap<>();
        deployed.texts().keySet().forEach(path -> paths.put(dataset(path), path));
        Set<String> datasets = new LinkedHashSet<>(paths.keySet());
        next.all().forEach(contract -> datasets.add(contract.dataset()));
        List<ContractChange> changes = new ArrayList<>();
        for (String dataset : datasets) {
            String path = paths.get(dataset);
            Optional<Contract> contract = next.find(dataset);
            if (path == null) {
                changes.add(Comparison.appears(contract.orElseThrow()));
            } else {
                String text = deployed.texts().getOrDefault(path, "");
                if (!text.equals(next.texts().get(path))) {
                    change(dataset, path, text, contract.orElse(null)).ifPresent(changes::add);
                }
            }
        }
        return changes;
    }

    private static Optional<ContractChange> change(String dataset, String path, String text, @Nullable Contract next) {
        Contract before;
        try {
            before = Contracts.of(ORIGIN, Map.of(path, text)).find(dataset).orElseThrow();
        } catch (ContractException e) {
            return Optional.of(new ContractChange(
                    dataset,
                    null,
                    next == null ? null : next.version(),
                    List.of(new Difference(
                            Weight.MAJOR,
                            "contract",
                            "cannot be compared",
                            "this release cannot read what is deployed: "
                                    + e.problems().get(0),
                            Difference.NO_TABLE_CHANGE,
                            List.of()))));
        }
        return next == null ? Optional.of(Comparison.disappears(before)) : Comparison.of(before, next);
    }

    private static String dataset(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".yaml".length());
    }
}
