package io.millrace.lake;

import io.millrace.store.ObjectStore;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What a writer works with; made once per process.
 *
 * @param opening makes the first head of a shard
 * @param clock gives the time that rows are stamped with
 * @param ids gives a fresh id at each call, unique among all processes
 */
public record WriterServices(
        Ledger ledger,
        ObjectStore store,
        TableFiles tables,
        ShardOpening opening,
        Wake wake,
        Windows windows,
        RecordReader reader,
        Clock clock,
        Supplier<String> ids) {}
