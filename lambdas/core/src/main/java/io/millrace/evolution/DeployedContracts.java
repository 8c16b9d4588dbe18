package io.millrace.evolution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contract.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The contracts that an environment's tables follow, as the deployment that brought them left them for the next one.
 *
 * @param number of deployments that changed contracts, this one included
 * @param at when
 * @param texts the contracts' files by path
 * @param digests of every set of contracts that was ever deployed here, this one included
 * @param changes what this deployment changed, as {@link ChangeJson} writes it
 */
public record DeployedContracts(
        long number, Instant at, SortedMap<String, String> texts, SortedSet<String> digests, JsonNode changes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public DeployedContracts {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        digests = Collections.unmodifiableSortedSet(new TreeSet<>(digests));
    }

    /** Those of the first deployment. */
    public static DeployedContracts first(Contracts contracts, Instant at, JsonNode changes) {
        return new DeployedContracts(1, at, contracts.texts(), new TreeSet<>(Set.of(contracts.digest())), changes);
    }

    /** Those of the deployment after this. */
    public DeployedContracts next(Contracts contracts, Instant when, JsonNode changed) {
        SortedSet<String> all = new TreeSet<>(digests);
        all.add(contracts.digest());
        return new DeployedContracts(number + 1, when, contracts.texts(), all, changed);
    }

    public byte[] toJson() {
        ObjectNode json = JSON.createObjectNode();
        json.put("number", number);
        json.put("at", at.toString());
        texts.forEach(json.putObject("texts")::put);
        digests.forEach(json.putArray("digests")::add);
        json.set("changes", changes);
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot write to memory", e);
        }
    }

    /** @throws IllegalArgumentException if the bytes are not from {@link #toJson} */
    public static DeployedContracts fromJson(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            SortedMap<String, String> texts = new TreeMap<>();
            json.required("texts")
                    .properties()
                    .forEach(text -> texts.put(text.getKey(), text.getValue().textValue()));
            SortedSet<String> digests = new TreeSet<>();
            json.required("digests").forEach(digest -> digests.add(digest.textValue()));
            return new DeployedContracts(
                    json.required("number").longValue(),
                    Instant.parse(json.required("at").textValue()),
                    texts,
                    digests,
                    json.required("changes"));
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read deployed contracts: not JSON", e);
        }
    }
}
