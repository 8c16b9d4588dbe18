package io.millrace.infra;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import java.util.List;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.athena.CfnNamedQuery;
import software.constructs.Construct;

/** Views and named queries for people. Needs the databases and the workgroup. */
public final class QueriesStack extends PlatformStack {
    public QueriesStack(Construct scope, Deployment deployment) {
        super(scope, "Queries", "Millrace: views and named queries", deployment);
        Names names = deployment.names();
        QueryFiles files = deployment.queries();
        QueryText text = new QueryText(
                names,
                Contracts.bundled().all().stream()
                        .map(Contract::dataset)
                        .sorted()
                        .toList());
        for (String layer : files.layers()) {
            for (String view : files.views(layer)) {
                ViewContract contract = ViewContract.read(view, files.contract(layer, view));
                new LakeView(this, names, layer, view, text.of(files.view(layer, view)), contract);
            }
        }
        CfnCondition keptByAws = deployment.environment().emulated() ? keptByAws() : null;
        for (String name : files.named()) {
            CfnNamedQuery query = CfnNamedQuery.Builder.create(this, "Named-" + name)
                    .name(name)
                    .description(QueryText.description(files.named(name)))
                    .database(names.database("silver"))
                    .workGroup(names.workgroup())
                    .queryString(text.of(files.named(name)))
                    .build();
            if (keptByAws != null) {
                query.getCfnOptions().setCondition(keptByAws);
            }
        }
    }

    /** The emulator's CloudFormation knows no named queries: the local platform makes them of this template. */
    private CfnCondition keptByAws() {
        CfnParameter keeper = CfnParameter.Builder.create(this, "Keeper")
                .description("Who makes the named queries")
                .allowedValues(List.of("aws", "platform"))
                .defaultValue("platform")
                .build();
        return CfnCondition.Builder.create(this, "KeptByAws")
                .expression(Fn.conditionEquals(keeper.getValueAsString(), "aws"))
                .build();
    }
}
