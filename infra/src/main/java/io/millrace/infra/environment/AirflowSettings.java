package io.millrace.infra.environment;

import java.util.List;

/**
 * Amazon's managed Airflow, in a network that is there already. It costs several hundred dollars a month whether it runs
 * anything or not.
 *
 * @param environmentClass its size, as mw1.small
 * @param vpcId the network
 * @param subnetIds two private subnets of it, in two zones, from which AWS's endpoints can be reached
 */
public record AirflowSettings(
        String environmentClass, int minWorkers, int maxWorkers, String vpcId, List<String> subnetIds) {
    public AirflowSettings {
        subnetIds = List.copyOf(subnetIds);
        if (!environmentClass.matches("mw1\\.\\w+")) {
            throw new IllegalArgumentException("Cannot use setting orchestration.airflow.environmentClass: '"
                    + environmentClass + "'; use mw1.small");
        }
        if (subnetIds.size() != 2) {
            throw new IllegalArgumentException(
                    "Cannot use setting orchestration.airflow.subnetIds: " + subnetIds + "; Airflow needs two");
        }
        Check.range("orchestration.airflow.minWorkers", minWorkers, 1, 25);
        Check.range("orchestration.airflow.maxWorkers", maxWorkers, minWorkers, 25);
    }
}
