package io.millrace.docs;

import io.millrace.contract.Contract;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All datasets, by domain. */
final class IndexPage {
    private static final Comparator<Contract> ORDER =
            Comparator.comparing(Contract::domain).thenComparing(Contract::dataset);

    private IndexPage() {}

    static String of(List<Contract> contracts) {
        Html html = new Html();
        String source = contracts.size() + (contracts.size() == 1 ? " contract" : " contracts");
        return Page.of("Millrace datasets", source, html, () -> {
            html.element("h1", "Datasets");
            html.element(
                    "p",
                    Map.of("class", "lead"),
                    "What can be sent and queried here, who answers for it, and which rules it keeps.");
            html.element(
                    "ul",
                    Map.of("class", "cards"),
                    () -> contracts.stream().sorted(ORDER).forEach(each -> card(html, each)));
        });
    }

    private static void card(Html html, Contract contract) {
        html.element("li", () -> {
            html.element("p", Map.of("class", "small"), contract.domain());
            html.element(
                    "h2",
                    () -> html.element(
                            "a",
                            Map.of("href", contract.dataset() + ".html"),
                            () -> html.element("code", contract.dataset())));
            html.element("p", contract.description());
            html.element("p", Map.of("class", "small"), () -> {
                html.text(contract.owner() + " · " + contract.fields().size() + " fields · ");
                html.element("code", contract.silver().name());
            });
        });
    }
}
