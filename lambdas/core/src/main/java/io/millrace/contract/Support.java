package io.millrace.contract;

import org.jspecify.annotations.Nullable;

/**
 * Where to turn when something is wrong with a dataset.
 *
 * @param channel the owner's channel, as {@code #sales-data}, or null where the contract names none
 * @param runbook the address of a page, or the name of one in {@code docs/runbooks}, or null
 */
public record Support(@Nullable String channel, @Nullable String runbook) {}
