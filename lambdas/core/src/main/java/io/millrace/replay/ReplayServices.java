package io.millrace.replay;

import io.millrace.contract.TableDefinition;
import io.millrace.lake.Ledger;
import io.millrace.lake.TableFiles;
import io.millrace.lake.Tables;
import io.millrace.lake.Wake;
import io.millrace.store.ObjectStore;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a replay works with; made once per process.
 *
 * @param tables tells how far a table has come
 * @param names full name of a table, {@code database.table}
 * @param clock gives the time that rows are stamped with
 * @param ids gives a fresh id at each call, unique among all processes
 */
public record ReplayServices(
        Ledger ledger,
        ObjectStore store,
        Tables tables,
        TableFiles files,
        ReplayTables rows,
        Function<TableDefinition, String> names,
        Wake wake,
        Clock clock,
        Supplier<String> ids) {}
