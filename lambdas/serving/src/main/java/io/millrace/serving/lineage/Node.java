package io.millrace.serving.lineage;

/**
 * A dataset or a table in the graph.
 *
 * @param kind dataset, table or view
 * @param layer of a table; of a dataset: source
 */
public record Node(String name, String kind, String layer) {
    static Node dataset(String name) {
        return new Node(name, "dataset", "source");
    }
}
