package io.millrace.docs;

import io.millrace.contract.Column;
import io.millrace.contract.Contract;
import io.millrace.contract.DerivedColumn;
import io.millrace.contract.Field;
import io.millrace.contract.Format;
import io.millrace.contract.ServiceLevel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One dataset: what it is for, who answers for it, what it holds, how to send and how to read it. */
final class DatasetPage {
    private final Html html = new Html();
    private final Contract contract;

    private DatasetPage(Contract contract) {
        this.contract = contract;
    }

    static String of(Contract contract) {
        DatasetPage page = new DatasetPage(contract);
        String source =
                "contracts/" + contract.domain() + "/" + contract.dataset() + ".yaml, version " + contract.version();
        return Page.of(contract.dataset() + " · Millrace datasets", source, page.html, page::body);
    }

    private void body() {
        html.element("nav", Map.of("aria-label", "Breadcrumb"), () -> {
            html.element("a", Map.of("href", "index.html"), "Datasets").text(" / " + contract.domain());
        });
        html.element("h1", () -> {
            html.element("code", contract.dataset()).text(" ");
            html.element("span", Map.of("class", "badge"), contract.version()).text(" ");
            html.element("span", Map.of("class", "badge"), contract.about().status());
        });
        html.element("p", Map.of("class", "lead"), contract.description());
        paragraph("Good for: ", contract.about().usage());
        paragraph("Mind: ", contract.about().limitations());
        facts();
        columns();
        HowToUse.write(html, contract);
        broken();
        systemColumns();
    }

    private void paragraph(String label, String text) {
        if (!text.isEmpty()) {
            html.element("p", () -> html.element("strong", label).text(text));
        }
    }

    private void facts() {
        ServiceLevel level = contract.serviceLevel();
        html.element("h2", "At a glance");
        html.element("dl", () -> {
            fact("Owner", contract.owner() + ". " + contract.about().ownerDescription());
            fact("Can be queried within", DurationWords.of(level.freshness()) + " of receipt");
            fact("Bytes as received are kept", DurationWords.of(level.rawRetention()));
            fact("Typed rows are kept", DurationWords.of(level.typedRetention()));
            fact("A row is", contract.about().granularity());
            if (contract.format() != Format.ROWS) {
                fact("Events stay in order by", order());
            }
            for (List<String> group : contract.requireOneOf()) {
                fact("Every event has one of", String.join(", ", group));
            }
            fact("Fields that are not listed", contract.strict() ? "are rejected" : "are kept in payload and counted");
            table("Typed rows", "silver", contract.silver().name());
            table("Every event as received", "bronze", contract.bronze().name());
            table("What broke a rule", "bronze", contract.quarantine().name());
        });
    }

    private String order() {
        if (contract.format() == Format.CDC) {
            return "source table and key";
        }
        List<String> key = contract.partitionKey();
        return key.size() == 1 ? key.get(0) : "the first that an event has of " + String.join(", ", key);
    }

    private void fact(String term, String description) {
        html.element("div", () -> html.element("dt", term).element("dd", description));
    }

    private void table(String term, String database, String table) {
        html.element("div", () -> {
            html.element("dt", term);
            html.element("dd", () -> html.element("code", table).text(" in the " + database + " database"));
        });
    }

    private void columns() {
        html.element("h2", Map.of("id", "columns"), "Fields");
        scrolling(
                "Fields",
                () -> html.element("table", () -> {
                    header("Field", "Type", "Meaning and rules", "Classification");
                    html.element("tbody", () -> {
                        contract.fields().forEach(this::field);
                        contract.derived().forEach(this::derived);
                    });
                }));
    }

    private void field(Field field) {
        html.element("tr", () -> {
            html.element("th", Map.of("scope", "row"), () -> {
                html.element("code", field.name());
                if (field.required()) {
                    html.text(" ").element("span", Map.of("class", "badge required"), "required");
                }
            });
            type(field.column(), FieldWords.inEvent(field));
            html.element("td", Map.of("class", "meaning"), () -> {
                html.element("p", field.description());
                List<String> words = FieldWords.of(contract, field);
                if (!words.isEmpty()) {
                    html.element("ul", () -> words.forEach(each -> html.element("li", each)));
                }
                if (!field.examples().isEmpty()) {
                    html.element("p", Map.of("class", "examples"), () -> {
                        html.text("As ");
                        html.element(
                                "code",
                                field.examples().stream().map(Object::toString).collect(Collectors.joining(", ")));
                    });
                }
            });
            html.element("td", field.classification().name().toLowerCase(Locale.ROOT));
        });
    }

    private void derived(DerivedColumn derived) {
        Column column = derived.column();
        html.element("tr", () -> {
            html.element("th", Map.of("scope", "row"), () -> html.element("code", column.name()));
            type(column, "not in the event: computed");
            html.element("td", Map.of("class", "meaning"), () -> html.element("p", column.doc()));
            html.element("td", derived.classification().name().toLowerCase(Locale.ROOT));
        });
    }

    private void type(Column column, String inEvent) {
        html.element("td", Map.of("class", "type"), () -> {
            html.element("code", column.typeName());
            html.element("p", Map.of("class", "small"), inEvent);
        });
    }

    private void broken() {
        html.element("h2", "When an event breaks a rule");
        html.element(
                "p",
                () -> html.text("The answer is 207 and names the event's position, the rule and the place. The "
                                + "event is kept with the reason in ")
                        .element("code", contract.quarantine().name())
                        .text(
                                ", its neighbours are not touched. Rules that only warn keep the event and are counted."));
    }

    private void systemColumns() {
        html.element("details", () -> {
            html.element("summary", "Columns that every row carries");
            scrolling(
                    "System columns",
                    () -> html.element("table", () -> {
                        header("Column", "Type", "Meaning");
                        html.element(
                                "tbody",
                                () -> contract.silver().columns().stream()
                                        .filter(column -> column.name().startsWith("_"))
                                        .forEach(column -> html.element("tr", () -> {
                                            html.element(
                                                    "th",
                                                    Map.of("scope", "row"),
                                                    () -> html.element("code", column.name()));
                                            html.element("td", () -> html.element("code", column.typeName()));
                                            html.element("td", column.doc());
                                        })));
                    }));
        });
    }

    private void header(String... titles) {
        html.element(
                "thead",
                () -> html.element("tr", () -> {
                    for (String title : titles) {
                        html.element("th", Map.of("scope", "col"), title);
                    }
                }));
    }

    private void scrolling(String label, Runnable content) {
        html.element("div", Map.of("class", "scroll", "role", "region", "aria-label", label, "tabindex", "0"), content);
    }
}
