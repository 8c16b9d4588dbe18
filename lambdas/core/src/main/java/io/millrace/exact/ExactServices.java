package io.millrace.exact;

import io.millrace.lake.Ledger;
import io.millrace.lake.Wake;
import io.millrace.store.ObjectStore;
import java.time.Clock;
import java.util.function.Supplier;

/** What an exact pass works with. */
public record ExactServices(
        Ledger ledger, ObjectStore store, SilverTable table, Wake wake, Clock clock, Supplier<String> ids) {}
