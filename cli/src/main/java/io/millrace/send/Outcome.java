package io.millrace.send;

import java.util.List;

/** How a POST ended. */
public sealed interface Outcome {

    Attempts attempts();

    /**
     * The door took it: every event not listed is accepted and durable, those listed are rejected and kept in quarantine.
     */
    record Taken(List<Rejected> rejected, Attempts attempts) implements Outcome {
        public Taken {
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * No answer within the patience. Whether its events are in the lake is unknown.
     *
     * @param reason what the last attempt met
     */
    record GivenUp(String reason, Attempts attempts) implements Outcome {}

    /**
     * An event that broke its contract.
     *
     * @param index position in the POST, from 0
     * @param reason rule and explanation as the door gave them
     */
    record Rejected(int index, String reason) {}
}
