package io.millrace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.bench.measure.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Question RATIO = new Question("P3", "door per walk", Bar.atMost(2, Unit.TIMES));
    private static final Question SIZE = new Question("P8", "package", Bar.atMost(15, Unit.MEGABYTES));

    private final List<Answer> answers = List.of(
            RATIO.answer(2.5, "5.0 us by 2.0 us", Map.of("door, ns", new Samples(List.of(5000.0, 4000.0, 6000.0)))),
            SIZE.notRun("no package was built"));

    @Test
    void theTableTellsTheTruth() {
        assertThat(Table.of(answers))
                .containsExactly(
                        "id  what               target  measured  verdict",
                        "P3  door per walk    <= 2.00x     2.50x  missed   5.0 us by 2.0 us",
                        "P8  package        <= 15.0 MB         -  not run  no package was built");
    }

    @Test
    void theJsonHasEverySampleAndTheMachine() {
        Machine machine = new Machine("a processor", 2, "Linux", "a JVM", List.of("-Xmx1g"), 0.5);

        JsonNode report = ReportJson.of("bench", "the shop's", Instant.EPOCH, machine, answers);

        assertThat(report.at("/machine/cpu").asText()).isEqualTo("a processor");
        assertThat(report.at("/machine/load").asDouble()).isEqualTo(0.5);
        assertThat(report.at("/answers/0/atMost").asDouble()).isEqualTo(2);
        assertThat(report.at("/answers/0/measured").asDouble()).isEqualTo(2.5);
        assertThat(report.at("/answers/0/verdict").asText()).isEqualTo("missed");
        assertThat(report.at("/answers/0/samples/door, ns/median").asDouble()).isEqualTo(5000);
        assertThat(report.at("/answers/0/samples/door, ns/values")).hasSize(3);
        assertThat(report.at("/answers/1/measured").isNull()).isTrue();
        assertThat(report.at("/answers/1/verdict").asText()).isEqualTo("not run");
    }
}
