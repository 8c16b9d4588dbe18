package io.millrace.job.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Sessions of 31,076 real clicks, against sessions made in plain Java. */
class RealSessionsIT {
    private static final Path CLICKS =
            Path.of("..", "localstack", "tests", "src", "test", "resources", "retentioneering-ecom.csv.gz");
    private static final Duration GAP = Duration.ofMinutes(30);

    private record Click(Instant at, int line, String user, String session, String page) {}

    private final TestLake lake = new TestLake();

    @Test
    void sessionsByTheirOwnIdAreThoseOfPlainJava() throws Exception {
        List<Click> clicks = clicks();
        land(clicks, true);

        lake.run(new SilverJob(), "--models", "clickstream_silver");

        Map<String, List<Click>> expected = new TreeMap<>();
        clicks.forEach(click -> expected.computeIfAbsent(click.session(), id -> new ArrayList<>())
                .add(click));
        assertThat(sessions()).isEqualTo(described(expected.values()));
        assertThat(lake.lines("SELECT count(*), count_if(is_bounce) FROM {silver}.clickstream_silver"))
                .containsExactly("3605 | 231");
    }

    @Test
    void sessionsByGapAreThoseOfPlainJavaAndOthersThanByTheirIds() throws Exception {
        List<Click> clicks = clicks();
        land(clicks, false);

        lake.run(new SilverJob(), "--models", "clickstream_silver");

        Map<String, List<List<Click>>> byUser = new LinkedHashMap<>();
        for (Click click : ordered(clicks)) {
            List<List<Click>> visits = byUser.computeIfAbsent(click.user(), user -> new ArrayList<>());
            boolean goesOn = !visits.isEmpty()
                    && Duration.between(last(visits.get(visits.size() - 1)).at(), click.at())
                                    .compareTo(GAP)
                            < 0;
            if (!goesOn) {
                visits.add(new ArrayList<>());
            }
            visits.get(visits.size() - 1).add(click);
        }
        List<List<Click>> expected =
                byUser.values().stream().flatMap(List::stream).toList();
        assertThat(sessions()).isEqualTo(described(expected));
        assertThat(expected).as("the rules differ on these clicks").isNotEmpty().hasSizeGreaterThan(1_000);
    }

    /** Each session as user, start, seconds and pages: the whole of what both sides must agree on. */
    private Set<String> sessions() {
        return new LinkedHashSet<>(lake
                .sql("SELECT user, started_at, duration_seconds, concat_ws('>', page_sequence) FROM"
                        + " {silver}.clickstream_silver")
                .stream()
                .map(row -> row.mkString(" | "))
                .toList());
    }

    private static Set<String> described(Iterable<List<Click>> sessions) {
        Set<String> described = new LinkedHashSet<>();
        for (List<Click> session : sessions) {
            List<Click> ordered = ordered(session);
            Click first = ordered.get(0);
            double seconds = Duration.between(first.at(), last(ordered).at()).toMillis() / 1000.0;
            described.add(String.join(
                    " | ",
                    first.user(),
                    first.at().toString(),
                    Double.toString(seconds),
                    String.join(">", ordered.stream().map(Click::page).toList())));
        }
        return described;
    }

    private static Click last(List<Click> clicks) {
        return clicks.get(clicks.size() - 1);
    }

    private static List<Click> ordered(List<Click> clicks) {
        return clicks.stream()
                .sorted(java.util.Comparator.comparing(Click::at).thenComparing(Click::line))
                .toList();
    }

    private void land(List<Click> clicks, boolean withIds) throws Exception {
        lake.create("clickstream");
        StructType schema = new StructType()
                .add("event_id", DataTypes.StringType)
                .add("event_timestamp", DataTypes.TimestampType)
                .add("page", DataTypes.StringType)
                .add("session_id", DataTypes.StringType)
                .add("user_id", DataTypes.StringType)
                .add("_source_position", DataTypes.StringType);
        List<Row> rows = clicks.stream()
                .map(click -> RowFactory.create(
                        "e" + click.line(),
                        click.at(),
                        click.page(),
                        withIds ? click.session() : null,
                        click.user(),
                        "events-g1/shardId-0/" + click.line() + "/0"))
                .toList();
        lake.lake().spark().createDataFrame(rows, schema).createOrReplaceTempView("clicks");
        lake.insert(
                Layer.SILVER,
                "clickstream_clicks_silver",
                "event_id, event_timestamp, page, session_id, user_id, _source_position",
                "clicks");
    }

    /** The file's rows, each once. */
    private static List<Click> clicks() throws IOException {
        Set<String> seen = new LinkedHashSet<>();
        List<Click> clicks = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(CLICKS)), UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (seen.add(line)) {
                    String[] cells = line.split(",", -1);
                    Instant at = Instant.parse(cells[3].replace(' ', 'T') + "Z");
                    clicks.add(new Click(at, seen.size(), cells[0], cells[1], cells[2]));
                }
            }
        }
        assertThat(clicks).hasSize(31_076);
        return clicks;
    }
}
