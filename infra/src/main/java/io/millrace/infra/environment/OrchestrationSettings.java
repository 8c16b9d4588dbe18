package io.millrace.infra.environment;

import org.jspecify.annotations.Nullable;

/**
 * Who runs the batch jobs in their order.
 *
 * @param airflow managed Airflow, or null: then a schedule and a state machine, which cost nothing between runs
 */
public record OrchestrationSettings(@Nullable AirflowSettings airflow) {}
