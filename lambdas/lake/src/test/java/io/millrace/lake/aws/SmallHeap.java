package io.millrace.lake.aws;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.iceberg.data.Record;

/**
 * A process with too little memory for one record, which it reads from the file that its argument names. Prints how many
 * invocations failed, and what the tables hold: rows in silver, rows in quarantine, whether the bytes came back the same.
 */
final class SmallHeap {
    private SmallHeap() {}

    public static void main(String[] arguments) throws IOException {
        MemoryLake lake = new MemoryLake();
        byte[] poison = Files.readAllBytes(Path.of(arguments[0]));
        PoisonedBatch batch = new PoisonedBatch(lake, lake::writer);
        batch.deliver(poison);
        int silver = lake.rows("test_silver", "app_events_silver").size();
        List<Record> kept = lake.rows("test_bronze", "undecodable_quarantine");
        boolean same = kept.size() == 1
                && PoisonTest.sha256(PoisonTest.bytes((ByteBuffer) kept.get(0).getField("payload")))
                        .equals(PoisonTest.sha256(poison));
        System.out.println(
                "failures " + batch.failures() + " silver " + silver + " kept " + kept.size() + " same " + same);
    }
}
