package io.millrace.ingest;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A stream in memory that keeps the contract of PutRecords: its limits, partial failures, calls that fail. */
final class FakeStream implements RecordStream {
    private static final BigInteger KEY_SPACE = BigInteger.ONE.shiftLeft(128);

    /** What the stream took, in the order in which it did. */
    final List<StreamRecord> taken = new ArrayList<>();

    /** What was sent, call by call. */
    final List<List<StreamRecord>> calls = new ArrayList<>();

    private final Deque<Answer> answers = new ArrayDeque<>();
    private Answer usual = records -> all(records, Outcome.TAKEN);

    /** How one call is answered. */
    interface Answer {
        List<Outcome> to(List<StreamRecord> records) throws StreamFailedException;
    }

    /** Answers the next call that way, after those already scripted. */
    FakeStream then(Answer answer) {
        answers.add(answer);
        return this;
    }

    /** Answers every call that has no script that way. */
    void always(Answer answer) {
        usual = answer;
    }

    static List<Outcome> all(List<StreamRecord> records, Outcome outcome) {
        return new ArrayList<>(records.stream().map(r -> outcome).toList());
    }

    static Answer allBut(int refused, Outcome outcome) {
        return records -> {
            List<Outcome> outcomes = all(records, Outcome.TAKEN);
            outcomes.set(refused, outcome);
            return outcomes;
        };
    }

    static Answer failing(boolean throttled) {
        return records -> {
            throw new StreamFailedException("Cannot put records", throttled, new IllegalStateException("no route"));
        };
    }

    @Override
    public synchronized List<Outcome> put(List<StreamRecord> records) throws StreamFailedException {
        checkLimits(records);
        calls.add(List.copyOf(records));
        Answer answer = answers.isEmpty() ? usual : answers.remove();
        List<Outcome> outcomes = answer.to(records);
        for (int i = 0; i < records.size(); i++) {
            if (outcomes.get(i) == Outcome.TAKEN) {
                taken.add(records.get(i));
            }
        }
        return outcomes;
    }

    private static void checkLimits(List<StreamRecord> records) {
        long bytes = records.stream().mapToLong(StreamRecord::size).sum();
        if (records.isEmpty() || records.size() > MAX_RECORDS || bytes > MAX_CALL_BYTES) {
            throw new IllegalArgumentException("Cannot put " + records.size() + " records of " + bytes + " bytes");
        }
        for (StreamRecord each : records) {
            BigInteger point = new BigInteger(each.hashKey());
            if (each.size() > MAX_RECORD_BYTES || each.partitionKey().isEmpty() || point.compareTo(KEY_SPACE) >= 0) {
                throw new IllegalArgumentException("Cannot put a record of " + each.size() + " bytes at " + point);
            }
        }
    }
}
