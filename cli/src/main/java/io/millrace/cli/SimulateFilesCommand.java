package io.millrace.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.simulate.Traffic;
import io.millrace.simulate.TrafficPlan;
import io.millrace.simulate.files.ShopFiles;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "files",
        description = {
            "Write the same shop's tables as CSV files: customers, customer_addresses, products, inventory and",
            "exchange_rates.",
            "They are as the shop's database would hand them over when 'simulate' with the same options has ended: every",
            "customer and product that its events name is there. Nothing is sent."
        },
        footer = {
            "",
            "Example: the shop's files as they are before any traffic",
            "  millrace simulate files --out shop --seed 7 --events 0"
        })
final class SimulateFilesCommand extends Subcommand {

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the files.")
    private Path out = Path.of("");

    @Mixin
    private TrafficOptions traffic = new TrafficOptions();

    @Override
    public Integer call() throws IOException {
        TrafficPlan plan = traffic.plan();
        Traffic events = new Traffic(plan);
        while (events.hasNext()) {
            events.next();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seed", plan.seed());
        json.put("start", plan.start().toString());
        ObjectNode rows = json.putObject("rows");
        new ShopFiles(out)
                .write(events.shop(), plan.start(), plan.start().plus(plan.covered()))
                .forEach(rows::put);
        print(json);
        return DONE;
    }
}
