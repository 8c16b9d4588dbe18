package io.millrace.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.contract.Contracts;
import io.millrace.event.EventIds;
import io.millrace.event.FieldTypes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventMakerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number           | columns: {id: event_id, v: event_value}\\nproperties: none | id,v~e1,12.50    | {"event_id":"e1","event_value":12.50}
            not a number     | columns: {id: event_id, v: event_value}\\nproperties: none | id,v~e1,dear     | {"event_id":"e1","event_value":"dear"}
            empty cell       | columns: {id: event_id, v: event_value}\\nproperties: none | id,v~e1,         | {"event_id":"e1"}
            rest             | columns: {id: event_id}                                    | id,a,b~e1,x,y    | {"event_id":"e1","properties":{"a":"x","b":"y"}}
            named properties | columns: {id: event_id}\\nproperties: [b]                  | id,a,b~e1,x,y    | {"event_id":"e1","properties":{"b":"y"}}
            constants        | columns: {id: event_id}\\nconstants: {app_type: web}       | id~e1            | {"event_id":"e1","app_type":"web"}
            local time       | columns: {id: event_id, t: event_timestamp}\\ntimes: {t: {format: yyyy-MM-dd HH:mm, zone: Europe/Berlin}} | id,t~e1,2026-07-01 02:30 | {"event_id":"e1","event_timestamp":"2026-07-01T00:30:00Z"}
            date             | columns: {id: event_id, t: event_timestamp}\\ntimes: {t: {format: d.M.yyyy}} | id,t~e1,1.7.2026 | {"event_id":"e1","event_timestamp":"2026-07-01T00:00:00Z"}
            offset           | columns: {id: event_id, t: event_timestamp}\\ntimes: {t: {format: "yyyy-MM-dd HH:mm:ssXXX"}} | id,t~e1,2026-07-01 00:00:00+05:30 | {"event_id":"e1","event_timestamp":"2026-06-30T18:30:00Z"}
            epoch            | columns: {id: event_id, t: event_timestamp}\\ntimes: {t: {format: epoch_seconds}} | id,t~e1,1767225600 | {"event_id":"e1","event_timestamp":"2026-01-01T00:00:00Z"}
            other format     | columns: {id: event_id, t: event_timestamp}\\ntimes: {t: {format: d.M.yyyy}} | id,t~e1,today | {"event_id":"e1","event_timestamp":"today"}
            """)
    void makesEventsAsTheMapSays(String name, String map, String csv, String event) throws IOException {
        assertThat(JSON.readTree(make(map, csv))).as(name).isEqualTo(JSON.readTree(event));
    }

    @Test
    void givesARowWithoutAnIdTheUuidOfItsBytes() throws IOException {
        String event = make("columns: {page: page}", "page,x~/home,\"1\"");

        assertThat(JSON.readTree(event).get("event_id").textValue())
                .isEqualTo(EventIds.derive("app_events", "/home,\"1\""));
    }

    @Test
    void namesTheColumnThatIsMissing() {
        assertThatThrownBy(() -> make("columns: {page: page}", "url~/home"))
                .hasMessage("Cannot read row 1: it has no column 'page'");
    }

    @Test
    void tellsTheExactCopiesInTheRealClickstreamApart() throws IOException {
        EventMaker maker = new EventMaker(
                "clickstream",
                RowMapFile.read(Path.of("../examples/maps/retentioneering.yaml")),
                FieldTypes.of(Contracts.bundled().find("clickstream")));
        Set<String> ids = new HashSet<>();
        long rows = 0;
        try (Rows file = Rows.open(Path.of("../localstack/tests/src/test/resources/retentioneering-ecom.csv.gz"))) {
            for (Row row = file.next(); row != null; row = file.next()) {
                ids.add(JSON.readTree(maker.event(row)).get("event_id").textValue());
                rows++;
            }
        }
        assertThat(rows).isEqualTo(31_106);
        assertThat(ids).hasSize(31_076);
    }

    private String make(String map, String csv) throws IOException {
        Path file = folder.resolve("map.yaml");
        Files.writeString(file, map.replace("\\n", "\n"));
        EventMaker maker = new EventMaker(
                "app_events",
                RowMapFile.read(file),
                FieldTypes.of(Contracts.bundled().find("app_events")));
        byte[] bytes = csv.replace('~', '\n').getBytes(StandardCharsets.UTF_8);
        try (Rows rows = Rows.of(new ByteArrayInputStream(bytes))) {
            return new String(maker.event(rows.next()), StandardCharsets.UTF_8);
        }
    }
}
