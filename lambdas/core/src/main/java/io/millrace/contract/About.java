package io.millrace.contract;

/**
 * What a contract tells people and no program acts on; empty where it does not say.
 *
 * @param status draft, active, deprecated or retired
 * @param usage what the data is good for
 * @param limitations what to know before relying on it
 * @param granularity what one row stands for
 * @param ownerDescription what else the owning team does
 */
public record About(String status, String usage, String limitations, String granularity, String ownerDescription) {}
