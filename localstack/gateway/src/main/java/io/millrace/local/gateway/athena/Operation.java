package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** One operation of Athena's API that is answered here. */
@FunctionalInterface
interface Operation {
    ObjectNode answer(JsonNode request) throws AthenaException, IOException, InterruptedException;
}
