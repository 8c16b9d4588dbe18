package io.millrace.contract;

import java.util.List;
import java.util.Optional;

/**
 * What one dataset's events hold, and everything that follows from it.
 *
 * @param dataset name, {@code ^[a-z][a-z0-9_]*$}
 * @param version of the contract, {@code major.minor.patch}
 * @param domain name of the business area, and of the contract's folder
 * @param owner the team that answers for the data
 * @param about more for people
 * @param fields in the order of the silver table's columns
 * @param derived silver columns after the fields
 * @param requireOneOf groups of fields of which each event has at least one
 * @param partitionKey fields whose first present value keeps events in order on the stream; none where the format says
 *     what does
 * @param sortedBy fields and derived columns by which silver's files are sorted when they are compacted; none to leave
 *     rows in the order of arrival
 * @param eventTime name of the field that says when the event happened; its day partitions silver; empty for
 *     {@link Format#ROWS}, which have no such partitions
 * @param clock whose clock that time is by
 * @param format what its events look like when they come in
 * @param strict true: an event with a field that is not in the contract is rejected
 * @param support where to turn when something is wrong
 * @param silverTable name of the typed table
 */
public record Contract(
        String dataset,
        String version,
        String domain,
        String description,
        String owner,
        About about,
        List<Field> fields,
        List<DerivedColumn> derived,
        List<List<String>> requireOneOf,
        List<String> partitionKey,
        List<String> sortedBy,
        String eventTime,
        Clock clock,
        Format format,
        boolean strict,
        ServiceLevel serviceLevel,
        Support support,
        String silverTable) {
    public Contract {
        fields = List.copyOf(fields);
        derived = List.copyOf(derived);
        requireOneOf = requireOneOf.stream().map(List::copyOf).toList();
        partitionKey = List.copyOf(partitionKey);
        sortedBy = List.copyOf(sortedBy);
    }

    /** The field of that name, if the contract has it. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Every event taken, as received: {@code <dataset>_bronze}. */
    public TableDefinition bronze() {
        return SystemColumns.bronze(dataset);
    }

    /** Typed events: the fields, the derived columns, then the system columns. */
    public TableDefinition silver() {
        return SystemColumns.silver(this);
    }

    /** Events that broke this contract: {@code <dataset>_quarantine}. */
    public TableDefinition quarantine() {
        return SystemColumns.quarantine(dataset);
    }
}
