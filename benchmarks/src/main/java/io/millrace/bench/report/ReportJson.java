package io.millrace.bench.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.bench.measure.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report for programs: where, when, each answer with its samples. */
public final class ReportJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ReportJson() {}

    /**
     * A report.
     *
     * @param command what was asked, so that it can be asked again
     * @param events what was measured with
     */
    public static ObjectNode of(String command, String events, Instant begun, Machine machine, List<Answer> answers) {
        ObjectNode report = JSON.createObjectNode();
        report.put("command", command);
        report.put("events", events);
        report.put("begun", begun.toString());
        report.set("machine", JSON.valueToTree(machine));
        ArrayNode all = report.putArray("answers");
        answers.forEach(answer -> write(answer, all.addObject()));
        return report;
    }

    private static void write(Answer answer, ObjectNode into) {
        Question question = answer.question();
        into.put("id", question.id());
        into.put("what", question.what());
        into.put("unit", question.bar().unit().name().toLowerCase(Locale.ROOT));
        into.put(question.bar().most() ? "atMost" : "atLeast", question.bar().bound());
        into.put("measured", answer.measured());
        into.put("verdict", answer.verdict().text());
        into.put("note", answer.note());
        ArrayNode details = into.putArray("details");
        answer.details().forEach(details::add);
        ObjectNode samples = into.putObject("samples");
        for (Map.Entry<String, Samples> each : answer.samples().entrySet()) {
            ObjectNode of = samples.putObject(each.getKey());
            of.put("median", each.getValue().median());
            ArrayNode values = of.putArray("values");
            each.getValue().values().forEach(values::add);
        }
    }
}
