package io.millrace.infra;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SQL of {@code athena-queries} as this environment runs it. {@code ${LAYER}} is the layer's database. What is between
 * {@code -- for each dataset} and {@code -- union all} is there once for every contract, with its name for
 * {@code ${dataset}}.
 */
record QueryText(Names names, List<String> datasets) {
    private static final Pattern EACH =
            Pattern.compile(" *-- for each dataset\n(.*?)\n *-- union all\n", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    String of(String file) {
        String expanded = EACH.matcher(file).replaceAll(each -> Matcher.quoteReplacement(expanded(each)));
        return PLACEHOLDER.matcher(expanded).replaceAll(each -> names.database(each.group(1)));
    }

    /** What it is for: the comment that it begins with. */
    static String description(String file) {
        return file.lines()
                .takeWhile(line -> line.startsWith("--"))
                .map(line -> line.substring(2).strip())
                .collect(Collectors.joining(" "));
    }

    private String expanded(MatchResult each) {
        return datasets.stream()
                .map(dataset -> each.group(1).replace("${dataset}", dataset))
                .collect(Collectors.joining("\n  UNION ALL\n", "", "\n"));
    }
}
