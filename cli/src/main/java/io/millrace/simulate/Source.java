package io.millrace.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;

/** One kind of traffic: it watches the shop and tells each step in the words of its dataset. */
interface Source {

    /** The name that a person gives to {@code simulate --source}. */
    String name();

    String dataset();

    /**
     * The event that this source makes of a step, valid by its contract.
     *
     * @param random seeded; the only source of chance, ids included
     */
    ObjectNode event(Step step, SplittableRandom random);

    /** The ways in which an event of this dataset can break its contract; each is rejected at the door. */
    List<Defect> defects();
}
