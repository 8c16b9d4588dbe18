"""What people are told of a pipeline, as the platform's own alert messages (docs/concepts/alerts.md)."""

import json
from collections.abc import Callable
from datetime import datetime, timezone

from airflow.providers.amazon.aws.hooks.sns import SnsHook

OWNER = "platform"
RUNBOOK = "pipeline-failed"


def now() -> datetime:
    return datetime.now(timezone.utc)


def publish(topic: str, message: str) -> None:
    SnsHook().publish_to_target(topic, message)


class Notices:
    """
    Callbacks of tasks, which Airflow runs where the task ran.

    A pipeline is one trouble from the first run that failed to the next that came to its end, so each success tells its
    end; that is passed on only if the trouble was.
    """

    def __init__(self, pipeline: str, topic: str, send: Callable[[str, str], None] = publish):
        self._pipeline = pipeline
        self._topic = topic
        self._send = send

    def failed(self, context) -> None:
        """A task has failed for good: no more tries."""
        task = context["task_instance"]
        self._tell(
            context,
            severity="error",
            state="firing",
            title=f"{self._pipeline} failed in {task.task_id}",
            dedupKey=self._trouble,
            text=str(context.get("exception") or ""),
            details={"Tries": str(task.try_number)},
        )

    def completed(self, context) -> None:
        """The last task has succeeded, and so the run."""
        self._tell(
            context,
            severity="error",
            state="resolved",
            title=f"{self._pipeline} failed",
            dedupKey=self._trouble,
        )
        self._tell(
            context,
            severity="info",
            state="firing",
            title=f"{self._pipeline} is complete",
            dedupKey=f"{self._trouble}/{context['run_id']}",
            details={"Took": f"{(now() - context['dag_run'].start_date).total_seconds():.0f} seconds"},
        )

    @property
    def _trouble(self) -> str:
        return f"pipeline/{self._pipeline}"

    def _tell(self, context, **alert) -> None:
        details = {"Run": context["run_id"], **alert.pop("details", {})}
        message = {
            "kind": "alert",
            "at": now().isoformat().replace("+00:00", "Z"),
            "owner": OWNER,
            "runbook": RUNBOOK,
            "details": details,
            **alert,
        }
        self._send(self._topic, json.dumps(message))
