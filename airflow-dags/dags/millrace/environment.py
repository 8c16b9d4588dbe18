"""Which deployment of the platform the DAGs run, from the section ``millrace`` of Airflow's configuration."""

from dataclasses import dataclass
from datetime import timedelta

from airflow.configuration import conf

from millrace.pipeline import Pipeline

SECTION = "millrace"


@dataclass(frozen=True)
class Environment:
    """
    A deployment.

    ``retries`` and ``first_retry`` are the pipeline's own, unless the configuration has others.
    """

    name: str
    alerts_topic: str
    poll_seconds: float
    attempts: int | None
    first_retry_seconds: float | None

    @staticmethod
    def from_configuration() -> "Environment":
        """Reads it; what must be there and is not is named, and Airflow shows that as the DAG's import error."""
        return Environment(
            name=_needed("environment"),
            alerts_topic=_needed("alerts_topic_arn"),
            poll_seconds=conf.getfloat(SECTION, "poll_seconds", fallback=15.0),
            attempts=_number("retries", int),
            first_retry_seconds=_number("first_retry_seconds", float),
        )

    def job(self, name: str) -> str:
        """The Glue job's name."""
        return f"millrace-{self.name}-{name}"

    def retries(self, pipeline: Pipeline) -> int:
        return pipeline.attempts if self.attempts is None else self.attempts

    def first_retry(self, pipeline: Pipeline) -> timedelta:
        if self.first_retry_seconds is None:
            return pipeline.first_wait
        return timedelta(seconds=self.first_retry_seconds)


def _needed(key: str) -> str:
    value = conf.get(SECTION, key, fallback="")
    if not value:
        variable = f"AIRFLOW__{SECTION}__{key}".upper()
        raise ValueError(f"Cannot load the platform's DAGs: set {variable}, or {key} in section {SECTION}")
    return value


def _number(key: str, kind):
    value = conf.get(SECTION, key, fallback="")
    return kind(value) if value else None
