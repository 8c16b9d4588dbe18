package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.simulate.shop.Happening;
import java.time.Instant;
import java.util.List;

/**
 * One kind of traffic: it hears all that happens in a shop and tells its part in the words of its dataset. It may
 * remember what it told, so each simulation has sources of its own.
 */
public interface Source {

    /** The name that a person gives to {@code simulate --source}. */
    String name();

    String dataset();

    /** The events that this source makes of what happens, valid by their contract; none if it is not its business. */
    List<Draft> tell(Happening happening);

    /** Has an event say that it happened at another time. */
    void date(ObjectNode event, Instant at);

    /** The ways in which an event of this source can break its contract; each is rejected at the door. */
    List<Defect> defects();
}
