"""What is published at the ends of a run."""

import json
import unittest
from datetime import datetime, timezone
from types import SimpleNamespace

from millrace.notices import Notices


class NoticesTest(unittest.TestCase):
    def setUp(self):
        self.sent = []
        self.notices = Notices("daily", "topic", lambda topic, message: self.sent.append((topic, json.loads(message))))
        self.context = {
            "run_id": "scheduled__2026-03-01",
            "task_instance": SimpleNamespace(task_id="process_gold_layer", try_number=4),
            "dag_run": SimpleNamespace(start_date=datetime.now(timezone.utc)),
        }

    def test_a_failure_says_where_why_and_what_to_do(self):
        self.notices.failed({**self.context, "exception": ValueError("Score 0.91 is below 0.99")})
        [(topic, alert)] = self.sent
        self.assertEqual("topic", topic)
        self.assertRegex(alert.pop("at"), r"^\d{4}-\d\d-\d\dT[\d:.]+Z$")
        self.assertEqual(
            {
                "kind": "alert",
                "severity": "error",
                "state": "firing",
                "title": "daily failed in process_gold_layer",
                "dedupKey": "pipeline/daily",
                "text": "Score 0.91 is below 0.99",
                "owner": "platform",
                "runbook": "pipeline-failed",
                "details": {"Run": "scheduled__2026-03-01", "Tries": "4"},
            },
            alert,
        )

    def test_a_success_ends_the_trouble_and_says_that_the_run_is_complete(self):
        self.notices.completed(self.context)
        told = [(alert["state"], alert["severity"], alert["dedupKey"]) for _, alert in self.sent]
        self.assertEqual(
            [("resolved", "error", "pipeline/daily"), ("firing", "info", "pipeline/daily/scheduled__2026-03-01")], told
        )


if __name__ == "__main__":
    unittest.main()
