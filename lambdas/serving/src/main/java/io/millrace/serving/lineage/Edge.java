package io.millrace.serving.lineage;

/**
 * Data goes from one node to another.
 *
 * @param by what says so: {@code contract users} or {@code model gold/users.sql}
 */
public record Edge(Node from, Node to, String by) {}
