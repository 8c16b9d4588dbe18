package io.millrace.lake.aws;

import io.millrace.contract.Column;
import io.millrace.contract.TableDefinition;
import io.millrace.lake.aws.TableChange.ColumnChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;

/**
 * Compares a table with its contract. Compatible: a new optional column, a wider type, another text in the docs.
 *
 * <p>Contracts older than the table are compatible too, or no deployment could be rolled back: an optional column that
 * the contract lacks stays and gets nulls, a type that is wider than the contract's stays. Only changes that a newer
 * contract must not make are refused: a required column that comes or goes, a type that cannot be widened, another
 * partition column.
 *
 * <p>Where a break is meant (a person has listed it, or it takes a deployment back), only what no table can do is refused.
 */
final class Evolution {
    private final TableDefinition definition;
    private final Table table;
    private final boolean agreed;
    private final List<ColumnChange> changes = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    private Evolution(TableDefinition definition, Table table, boolean agreed) {
        this.definition = definition;
        this.table = table;
        this.agreed = agreed;
    }

    /** @param agreed readers of the table are to live with what breaks them */
    static TableChange of(TableDefinition definition, Table table, boolean agreed) {
        Evolution evolution = new Evolution(definition, table, agreed);
        definition.columns().forEach(evolution::compare);
        evolution.compareDropped();
        evolution.comparePartitioning();
        return new TableChange(evolution.changes, evolution.properties(), evolution.refusals);
    }

    private void compare(Column column) {
        NestedField field = table.schema().findField(column.name());
        Type wanted = ColumnTypes.iceberg(column);
        if (field == null) {
            if (column.required() && !agreed) {
                refuse("required column " + column.name() + " is new: make it optional");
                return;
            }
            change(
                    "add " + column.name() + " " + wanted,
                    update -> update.addColumn(column.name(), wanted, column.doc()));
            return;
        }
        if (!field.type().equals(wanted) && !promotes(wanted, field.type())) {
            if (!promotes(field.type(), wanted)) {
                refuse("column " + column.name() + " cannot become " + wanted + " from " + field.type()
                        + ": add another column");
                return;
            }
            change(
                    "widen " + column.name() + " to " + wanted,
                    update -> update.updateColumn(column.name(), wanted.asPrimitiveType()));
        }
        if (!Objects.equals(field.doc(), column.doc())) {
            change("describe " + column.name(), update -> update.updateColumnDoc(column.name(), column.doc()));
        }
    }

    private void compareDropped() {
        Set<String> wanted = definition.columns().stream().map(Column::name).collect(Collectors.toSet());
        for (String required :
                table.properties().getOrDefault(TableSettings.REQUIRED, "").split(",", -1)) {
            if (!agreed && !required.isEmpty() && !wanted.contains(required)) {
                refuse("required column " + required + " is gone: readers need it");
            }
        }
    }

    private void comparePartitioning() {
        var wanted = TableShape.spec(definition, TableShape.schema(definition)).fields().stream()
                .map(field -> field.name())
                .toList();
        var found = table.spec().fields().stream().map(field -> field.name()).toList();
        if (!wanted.equals(found)) {
            refuse("its partitions are " + found + ", not " + wanted + ": they cannot change");
        }
    }

    private Map<String, String> properties() {
        Map<String, String> missing = new TreeMap<>(TableSettings.of(definition));
        missing.keySet().removeAll(table.properties().keySet());
        String required = TableSettings.required(definition);
        if (!required.equals(table.properties().get(TableSettings.REQUIRED))) {
            missing.put(TableSettings.REQUIRED, required);
        }
        return missing;
    }

    private static boolean promotes(Type from, Type to) {
        return TypeUtil.isPromotionAllowed(from, to.asPrimitiveType());
    }

    private void change(String description, Consumer<UpdateSchema> change) {
        changes.add(new ColumnChange(description, change));
    }

    private void refuse(String reason) {
        refusals.add("Cannot migrate table " + definition.name() + ": " + reason);
    }
}
