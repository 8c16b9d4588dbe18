"""The day's batch at 02:00 UTC: landed files, silver tables, gold models, quality. Its steps are in the file beside it."""

from pathlib import Path

import pendulum
from airflow.sdk import DAG
from airflow.sdk.bases.operator import chain
from airflow.timetables.interval import CronDataIntervalTimetable

from millrace.environment import Environment
from millrace.notices import Notices
from millrace.operator import LakeJobOperator
from millrace.pipeline import Pipeline

NAME = "daily_data_pipeline"

pipeline = Pipeline.read(Path(__file__).with_name(f"{NAME}.yaml"))
environment = Environment.from_configuration()
notices = Notices(NAME, environment.alerts_topic)

with DAG(
    dag_id=NAME,
    description="Landed files to bronze, silver, gold, and their quality",
    schedule=CronDataIntervalTimetable(pipeline.cron, timezone="UTC"),
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    # A job runs once at a time, and brings its tables up to their sources whatever the day.
    max_active_runs=1,
    tags=["millrace"],
    default_args={
        "owner": "platform",
        "retries": environment.retries(pipeline),
        "retry_delay": environment.first_retry(pipeline),
        "retry_exponential_backoff": True,
        "max_retry_delay": pipeline.longest_wait,
        "on_failure_callback": notices.failed,
    },
    doc_md=__doc__,
):
    tasks = [
        LakeJobOperator(
            task_id=step.task,
            job_name=environment.job(step.job),
            job_poll_interval=environment.poll_seconds,
            # The steps are one chain, so the end of the last one is the end of the run.
            on_success_callback=notices.completed if step is pipeline.steps[-1] else None,
        )
        for step in pipeline.steps
    ]
    chain(*tasks)
