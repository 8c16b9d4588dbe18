package io.millrace.infra;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a job's role may do: read and write the tables of its layers, and say what became of it. */
record JobGrants(Grants grants, Names names) {
    private static final String FILES = "Data, metadata and manifests have names made as they are written";

    void grant(JobDefinition definition, JobCode code) {
        String bucket = names.bucketArn(names.lakeBucket());
        List<String> start = code.arns();
        if (!start.isEmpty()) {
            grants.allow(List.of("s3:GetObject"), start.toArray(String[]::new));
        }
        grants.allowWithin(
                "Glue names the streams of the jobs' own log groups",
                List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                names.logGroupArn(JobLogs.prefix(names) + "/output") + ":*",
                names.logGroupArn(JobLogs.prefix(names) + "/error") + ":*");
        Set<String> layers = new LinkedHashSet<>(definition.reads());
        layers.addAll(definition.writes());
        grants.allowWithin(FILES, List.of("s3:GetObject"), files(bucket, layers))
                .allowWithin(
                        "A run's report is named by the run",
                        List.of("s3:PutObject"),
                        bucket + "/system/jobs/" + definition.name() + "/*");
        if (!definition.writes().isEmpty()) {
            grants.allowWithin(
                    FILES,
                    List.of("s3:AbortMultipartUpload", "s3:DeleteObject", "s3:PutObject"),
                    files(bucket, definition.writes()));
        }
        List<String> listed = new ArrayList<>(layers.stream()
                .map(layer -> "warehouse/" + names.database(layer) + "/*")
                .toList());
        if (definition.landing()) {
            grants.allowWithin("Whoever lands a file names it", List.of("s3:GetObject"), bucket + "/landing/*");
            listed.add("landing/*");
        }
        if (definition.ledger() != LedgerUse.NONE) {
            ledger(bucket, definition.ledger());
            listed.add("system/*");
        }
        grants.list(bucket, listed.toArray(String[]::new)).useKey();
        Catalog.browse(grants, names, List.copyOf(layers));
        if (!definition.writes().isEmpty()) {
            Catalog.write(grants, names, definition.writes());
        }
    }

    private void ledger(String bucket, LedgerUse use) {
        String table = names.tableArn(names.ledgerTable());
        grants.allow(List.of("dynamodb:GetItem", "dynamodb:Query"), table)
                .allowWithin(
                        "Claims, folds and plans have names made as they are written",
                        List.of("s3:GetObject"),
                        bucket + "/system/*");
        if (use == LedgerUse.BOOK) {
            grants.allow(List.of("dynamodb:PutItem", "dynamodb:UpdateItem"), table)
                    .allowWithin(
                            "Claims and plans have names made as they are written",
                            List.of("s3:PutObject"),
                            bucket + "/system/claims/*",
                            bucket + "/system/exact/*");
        }
    }

    private String[] files(String bucket, Iterable<String> layers) {
        List<String> files = new ArrayList<>();
        layers.forEach(layer -> files.add(bucket + "/warehouse/" + names.database(layer) + "/*"));
        return files.toArray(String[]::new);
    }
}
