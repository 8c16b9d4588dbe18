package io.millrace.contract;

/** The text of contracts as people write them: around what one says of its own, what all of them have to say. */
public final class ContractText {
    private ContractText() {}

    /**
     * A contract of version 1.0.0, whose domain is its team too and whose silver table is named as its dataset.
     *
     * @param purpose a sentence
     * @param dataset the dataset's properties and its customProperties, as YAML from the first column on
     */
    public static String of(String domain, String name, String purpose, String dataset) {
        return """
                apiVersion: v3.1.0
                kind: DataContract
                id: %2$s
                version: 1.0.0
                status: active
                domain: %1$s
                description: {purpose: %3$s}
                team: {name: %1$s}
                schema:
                  - name: %2$s
                    physicalName: %2$s_silver
                %4$sslaProperties:
                  - {property: latency, value: 1, unit: h}
                  - {property: retention, value: 7, unit: y, driver: regulatory}
                  - {property: retention, value: 2, unit: y, driver: analytics}
                """.formatted(domain, name, purpose, dataset.indent(4));
    }
}
