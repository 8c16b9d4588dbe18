package io.millrace.alerts;

import io.millrace.alert.Alert;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds what the alert does not say and the contract of its dataset, or of its table, does: owner, channel, runbook. A
 * runbook that is the name of a page becomes its address.
 */
final class Completion {
    private static final Pattern PAGE = Pattern.compile("[a-z0-9][a-z0-9/-]*");

    private final Contracts contracts;
    private final @Nullable String runbooks;

    /** @param runbooks the address under which the pages of {@code docs/runbooks} are, or null for none */
    Completion(Contracts contracts, @Nullable String runbooks) {
        this.contracts = contracts;
        this.runbooks = runbooks == null || runbooks.endsWith("/") ? runbooks : runbooks + "/";
    }

    Alert complete(Alert alert) {
        Optional<Contract> contract = contract(alert);
        Alert whole = alert;
        if (contract.isPresent()) {
            Contract of = contract.get();
            whole = whole.about(of.dataset(), alert.table())
                    .ownedBy(
                            or(alert.owner(), of.owner()),
                            or(alert.channel(), of.support().channel()))
                    .withRunbook(or(alert.runbook(), of.support().runbook()));
        }
        return whole.withRunbook(address(whole.runbook()));
    }

    private Optional<Contract> contract(Alert alert) {
        if (alert.dataset() != null) {
            return contracts.find(alert.dataset());
        }
        if (alert.table() == null) {
            return Optional.empty();
        }
        String table = alert.table().substring(alert.table().lastIndexOf('.') + 1);
        return contracts.all().stream()
                .filter(each -> Stream.of(each.bronze(), each.silver(), each.quarantine())
                        .anyMatch(of -> of.name().equals(table)))
                .findFirst();
    }

    private @Nullable String address(@Nullable String runbook) {
        if (runbook == null || !PAGE.matcher(runbook).matches()) {
            return runbook;
        }
        return runbooks == null ? "docs/runbooks/" + runbook + ".md" : runbooks + runbook + ".md";
    }

    private static @Nullable String or(@Nullable String own, @Nullable String contracts) {
        return own != null ? own : contracts;
    }
}
