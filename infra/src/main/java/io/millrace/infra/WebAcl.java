package io.millrace.infra;

import io.millrace.infra.environment.Firewall;
import java.util.List;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/** Blocks an IP address that sends more requests in five minutes than the environment allows. */
final class WebAcl extends Construct {
    /** @param name the last part of its physical name */
    WebAcl(Construct scope, Deployment deployment, String name, Firewall firewall, String stageArn) {
        super(scope, "WebAcl");
        CfnWebACL acl = CfnWebACL.Builder.create(this, "Acl")
                .name(deployment.names().of(name))
                .scope("REGIONAL")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(visibleAs(deployment.names().of(name)))
                .rules(List.of(rate(firewall)))
                .build();
        CfnWebACLAssociation.Builder.create(this, "Association")
                .resourceArn(stageArn)
                .webAclArn(acl.getAttrArn())
                .build();
    }

    private static CfnWebACL.RuleProperty rate(Firewall firewall) {
        return CfnWebACL.RuleProperty.builder()
                .name("rate")
                .priority(0)
                .action(CfnWebACL.RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder().build())
                        .build())
                .statement(CfnWebACL.StatementProperty.builder()
                        .rateBasedStatement(CfnWebACL.RateBasedStatementProperty.builder()
                                .aggregateKeyType("IP")
                                .limit(firewall.requestsPerFiveMinutes())
                                .build())
                        .build())
                .visibilityConfig(visibleAs("rate"))
                .build();
    }

    private static CfnWebACL.VisibilityConfigProperty visibleAs(String metric) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .metricName(metric)
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(true)
                .build();
    }
}
