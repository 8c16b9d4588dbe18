package io.millrace.local.gateway.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** {@code CREATE TABLE [IF NOT EXISTS] t (…) [PARTITIONED BY (…)] LOCATION '…' TBLPROPERTIES ('table_type' = 'ICEBERG')}. */
final class CreateTableParser {
    private final Tokens tokens;

    CreateTableParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Reads what follows CREATE TABLE. */
    CreateTable parse() throws SyntaxException {
        boolean ifNotExists = tokens.take("IF", "NOT", "EXISTS");
        Name name = tokens.name();
        Schema schema = new Schema(columns(tokens));
        String comment = tokens.take("COMMENT") ? tokens.string() : null;
        PartitionSpec spec = tokens.take("PARTITIONED", "BY") ? partitions(schema) : PartitionSpec.unpartitioned();
        if (tokens.isNext("ROW") || tokens.isNext("STORED") || tokens.isNext("WITH", "SERDEPROPERTIES")) {
            throw new SyntaxException(
                    "ROW FORMAT, STORED AS and SERDEPROPERTIES make a Hive table, and the local Athena"
                            + " has Iceberg tables only: leave them out and write TBLPROPERTIES ('table_type' = 'ICEBERG')");
        }
        if (tokens.atEnd()) {
            throw new SyntaxException("No location was specified for table. An S3 location must be specified");
        }
        tokens.expect("LOCATION");
        String location = tokens.string();
        Map<String, String> properties = tokens.take("TBLPROPERTIES") ? Properties.read(tokens) : Map.of();
        if (!"ICEBERG".equalsIgnoreCase(properties.get("table_type"))) {
            throw new SyntaxException(
                    "The local Athena has Iceberg tables only: add TBLPROPERTIES ('table_type' =" + " 'ICEBERG')");
        }
        return new CreateTable(name, ifNotExists, schema, spec, location, TableProperties.ofNew(properties, comment));
    }

    /** {@code (name type [COMMENT '…'], …)}. */
    static List<Types.NestedField> columns(Tokens tokens) throws SyntaxException {
        TypeParser types = new TypeParser(tokens);
        List<Types.NestedField> columns = new ArrayList<>();
        tokens.expect("(");
        do {
            int id = types.nextId();
            String name = tokens.identifier();
            Type type = types.read();
            String comment = tokens.take("COMMENT") ? tokens.string() : null;
            columns.add(Types.NestedField.optional(id, name, type, comment));
        } while (tokens.take(","));
        tokens.expect(")");
        return columns;
    }

    private PartitionSpec partitions(Schema schema) throws SyntaxException {
        PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
        tokens.expect("(");
        do {
            partition(spec);
        } while (tokens.take(","));
        tokens.expect(")");
        try {
            return spec.build();
        } catch (IllegalArgumentException e) {
            throw new SyntaxException("Cannot partition the table so: " + e.getMessage());
        }
    }

    private void partition(PartitionSpec.Builder spec) throws SyntaxException {
        String word = tokens.identifier();
        try {
            if (!tokens.take("(")) {
                spec.identity(word);
                return;
            }
            switch (word) {
                case "year" -> spec.year(tokens.identifier());
                case "month" -> spec.month(tokens.identifier());
                case "day" -> spec.day(tokens.identifier());
                case "hour" -> spec.hour(tokens.identifier());
                case "bucket" -> {
                    int buckets = width();
                    spec.bucket(tokens.identifier(), buckets);
                }
                case "truncate" -> {
                    int width = width();
                    spec.truncate(tokens.identifier(), width);
                }
                default ->
                    throw new SyntaxException("Partition transform " + word + " is not known; there are year,"
                            + " month, day, hour, bucket(n, column) and truncate(n, column)");
            }
        } catch (IllegalArgumentException e) {
            throw new SyntaxException("Cannot partition the table so: " + e.getMessage());
        }
        tokens.expect(")");
    }

    private int width() throws SyntaxException {
        int width = tokens.integer();
        tokens.expect(",");
        return width;
    }
}
