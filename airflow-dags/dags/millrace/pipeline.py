"""The file that says what a pipeline runs, and in which order."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Step:
    """A task and the job that it runs, named without its environment."""

    task: str
    job: str


@dataclass(frozen=True)
class Pipeline:
    """Steps that run one after the other. ``attempts`` counts what follows the first try."""

    cron: str
    attempts: int
    first_wait: timedelta
    longest_wait: timedelta
    steps: tuple[Step, ...]

    @staticmethod
    def read(file: Path) -> "Pipeline":
        """Reads a file; what is missing or unknown in it is a ``KeyError`` or a ``TypeError`` that names it."""
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        schedule, retries = content["schedule"], content["retries"]
        return Pipeline(
            cron=f"{schedule['minute']} {schedule['hour']} * * *",
            attempts=retries["attempts"],
            first_wait=timedelta(seconds=retries["firstAfterSeconds"]),
            longest_wait=timedelta(seconds=retries["longestWaitSeconds"]),
            steps=tuple(Step(**step) for step in content["steps"]),
        )
