package io.millrace.proof.world;

import io.millrace.lake.Position;
import io.millrace.lake.RecordReader;
import io.millrace.lake.StreamRecord;
import java.util.List;

/** How simulated events become a record's bytes, and rows become events again. */
public interface Format {
    /** The bytes of a record. */
    StreamRecord record(
            int serial, Position position, long arrivedAtMillis, SimRecord.Kind kind, List<SimEvent> events);

    /** What a writer reads records with. */
    RecordReader reader();

    /** Which event of which record a row came from: {@code serial * }{@link #EVENTS}{@code  + index}. */
    int origin(Object[] row);

    /** Most events of one record. */
    int EVENTS = 16;
}
