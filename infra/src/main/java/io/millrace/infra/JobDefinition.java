package io.millrace.infra;

import java.util.List;

/**
 * What makes one job different from another.
 *
 * @param name as the job calls itself; the Glue job is {@code millrace-ENV-NAME}
 * @param className under {@code io.millrace.job}
 * @param reads layers whose tables it reads
 * @param writes layers whose tables it makes and changes
 * @param landing whether it reads landed files
 * @param ledger what it does with the ledger
 */
record JobDefinition(
        String name,
        String className,
        String description,
        List<String> reads,
        List<String> writes,
        boolean landing,
        LedgerUse ledger) {
    /** One that has nothing to do with the ledger. */
    JobDefinition(
            String name,
            String className,
            String description,
            List<String> reads,
            List<String> writes,
            boolean landing) {
        this(name, className, description, reads, writes, landing, LedgerUse.NONE);
    }

    /** In CamelCase, for the template. */
    String id() {
        StringBuilder id = new StringBuilder();
        for (String word : name.split("-", -1)) {
            id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return id.toString();
    }
}
