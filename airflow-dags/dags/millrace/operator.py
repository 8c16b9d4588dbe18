"""A Glue job of the platform as a task."""

import time

from airflow.exceptions import AirflowException, AirflowFailException
from airflow.providers.amazon.aws.hooks.glue import GlueJobHook
from airflow.providers.amazon.aws.operators.glue import GlueJobOperator

SUCCEEDED = "SUCCEEDED"
ENDED = {SUCCEEDED, "FAILED", "TIMEOUT", "STOPPED", "ERROR", "EXPIRED"}


def arguments(given: dict) -> dict[str, str]:
    """A job's arguments as Glue takes them: all texts, by ``--name``."""
    return {f"--{name}": str(value).lower() if isinstance(value, bool) else str(value) for name, value in given.items()}


class LakeJobHook(GlueJobHook):
    """
    Runs jobs that are deployed already.

    The provider's own hook creates a job that is not there, takes a stopped run for a good one, waits for ever for one
    that ended in ERROR or EXPIRED, and leaves out why a run failed.
    """

    def get_or_create_glue_job(self) -> str:
        if not self.has_job(self.job_name):
            raise AirflowFailException(f"Cannot run job {self.job_name}: it is not deployed")
        return self.job_name

    def job_completion(
        self, job_name: str, run_id: str, verbose: bool = False, sleep_before_return: int = 0
    ) -> dict[str, str]:
        """Waits until the run has ended; any end but success is an exception that says why."""
        while (state := self.get_job_state(job_name, run_id)) not in ENDED:
            time.sleep(self.job_poll_interval)
        if state != SUCCEEDED:
            why = self.conn.get_job_run(JobName=job_name, RunId=run_id)["JobRun"].get("ErrorMessage", "no message")
            raise AirflowException(f"Run {run_id} of job {job_name} ended {state}: {why}")
        return {"JobRunState": state, "JobRunId": run_id}


class LakeJobOperator(GlueJobOperator):
    """
    Runs one job and waits for it.

    A run of the DAG may bring arguments for a task: ``{"arguments": {"process_silver_layer": {"dry_run": true}}}``.
    A task that is ended ends its run of the job, so that a retry does not find it still going.
    """

    aws_hook_class = LakeJobHook

    def __init__(self, **kwargs):
        super().__init__(stop_job_run_on_kill=True, **kwargs)

    def execute(self, context):
        given = (context["dag_run"].conf or {}).get("arguments", {}).get(self.task_id, {})
        self.script_args = {**self.script_args, **arguments(given)}
        try:
            return super().execute(context)
        except Exception as failure:
            # Airflow puts it there for the callbacks itself, but not in `dags test`.
            context["exception"] = failure
            raise
