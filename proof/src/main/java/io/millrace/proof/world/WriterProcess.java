package io.millrace.proof.world;

import io.millrace.dedup.WindowBounds;
import io.millrace.lake.Ledger;
import io.millrace.lake.ShardOpening;
import io.millrace.lake.Windows;
import io.millrace.lake.WriterServices;
import io.millrace.store.ObjectStore;

/** One execution environment of the writer function: what its memory holds survives invocations, not its end. */
final class WriterProcess {
    /** Few, so that a schedule seals windows. */
    private static final int SEAL_AFTER_CLAIMS = 4;

    final WriterServices services;
    boolean busy;

    WriterProcess(World world) {
        Ledger ledger = world.variant.writersLedger(world.ledger, world.files, world.store);
        ObjectStore store = world.variant.writersStore(world.store);
        Windows windows = new Windows(
                world.variant.windowsLedger(ledger),
                store,
                world.variant.windowsLineage(world.stream),
                WindowBounds.of(World.DEDUP_WINDOW),
                world::id,
                SEAL_AFTER_CLAIMS);
        services = new WriterServices(
                ledger,
                store,
                world.variant.tableFiles(world.files),
                new ShardOpening(ledger, world.stream),
                new WakeQueue(world),
                windows,
                world.variant.reader(world.format.reader()),
                world.clock,
                world::id);
    }
}
