package io.millrace.serving.model;

import io.millrace.model.QueryContract;
import io.millrace.model.SharedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the models among files: {@code LAYER/TABLE.sql} with {@code LAYER/TABLE.yaml} beside it, {@code shared/NAME.sql} that they
 * begin with, and views. */
public final class Models {
    private static final String MODELS = "META-INF/millrace/models";
    private static final String VIEWS = "META-INF/millrace/views";
    private static final String SQL = ".sql";

    private Models() {}

    /** Those that were packed into this function. */
    public static List<Model> packed() {
        List<Model> models = new ArrayList<>(of(PackedFiles.in(MODELS), false));
        models.addAll(of(PackedFiles.in(VIEWS), true));
        return models;
    }

    /** @param texts by path */
    static List<Model> of(SortedMap<String, String> texts, boolean views) {
        List<Model> models = new ArrayList<>();
        for (Map.Entry<String, String> file : texts.entrySet()) {
            if (file.getKey().endsWith(SQL) && !SharedSql.is(file.getKey())) {
                models.add(model(
                        file.getKey(), SharedSql.in(file.getValue(), shared -> packed(shared, texts)), texts, views));
            }
        }
        return models;
    }

    private static String packed(String path, SortedMap<String, String> texts) {
        String text = texts.get(path);
        if (text == null) {
            throw new IllegalStateException("Cannot read model file " + path + ": it was not packed");
        }
        return text;
    }

    private static Model model(String path, String sql, SortedMap<String, String> texts, boolean view) {
        String stem = path.substring(0, path.length() - SQL.length());
        int name = stem.lastIndexOf('/') + 1;
        String table = stem.substring(name);
        String layer = name == 0 ? "gold" : stem.substring(stem.lastIndexOf('/', name - 2) + 1, name - 1);
        String yaml = texts.get(stem + ".yaml");
        QueryContract contract = yaml == null ? null : QueryContract.read(stem + ".yaml", yaml);
        SortedSet<String> named = new TreeSet<>();
        if (contract != null) {
            contract.sources().forEach(source -> named.add(source.substring(source.lastIndexOf('.') + 1)));
        }
        // What the contract names is meant; what the SQL reads is true, where it can be read.
        SortedSet<String> sources = new TreeSet<>(TablesRead.by(sql).orElse(named));
        sources.remove(table);
        return new Model(table, layer, path, view, sources, contract);
    }
}
