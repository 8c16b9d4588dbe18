"""The DAG as Airflow loads it, without running it."""

import os
import unittest
from datetime import timedelta
from pathlib import Path
from unittest import mock

DAGS = Path(__file__).parent.parent / "dags"
SETTINGS = {
    "AIRFLOW__MILLRACE__ENVIRONMENT": "dev",
    "AIRFLOW__MILLRACE__ALERTS_TOPIC_ARN": "arn:aws:sns:us-east-1:123456789012:millrace-dev-alerts",
}


def load(**settings):
    """The DAGs and what could not be loaded, under these settings alone."""
    from airflow.models.dagbag import DagBag

    others = {name: value for name, value in os.environ.items() if not name.startswith("AIRFLOW__MILLRACE__")}
    with mock.patch.dict(os.environ, {**others, **settings}, clear=True):
        return DagBag(DAGS, include_examples=False, safe_mode=False)


class DailyDataPipeline(unittest.TestCase):
    def dag(self, **settings):
        bag = load(**SETTINGS, **settings)
        self.assertEqual({}, bag.import_errors)
        self.assertEqual(["daily_data_pipeline"], bag.dag_ids)
        return bag.dags["daily_data_pipeline"]

    def test_runs_the_layers_one_after_the_other(self):
        order = [(task.task_id, sorted(task.downstream_task_ids), task.job_name) for task in self.dag().topological_sort()]
        self.assertEqual(
            [
                ("ingest_bronze_data", ["process_silver_layer"], "millrace-dev-batch-ingest"),
                ("process_silver_layer", ["process_gold_layer"], "millrace-dev-silver"),
                ("process_gold_layer", ["run_data_quality_tests"], "millrace-dev-gold"),
                ("run_data_quality_tests", [], "millrace-dev-quality"),
            ],
            order,
        )

    def test_runs_once_a_day_at_two_and_catches_nothing_up(self):
        dag = self.dag()
        self.assertEqual("0 2 * * *", dag.timetable.summary)
        self.assertFalse(dag.catchup)
        self.assertEqual(1, dag.max_active_runs)

    def test_a_task_is_tried_again_after_five_minutes_and_then_twice_as_long(self):
        for task in self.dag().tasks:
            self.assertEqual(3, task.retries)
            self.assertEqual(timedelta(minutes=5), task.retry_delay)
            self.assertTrue(task.retry_exponential_backoff)

    def test_tries_and_the_first_wait_can_be_others(self):
        for task in self.dag(AIRFLOW__MILLRACE__RETRIES="1", AIRFLOW__MILLRACE__FIRST_RETRY_SECONDS="2").tasks:
            self.assertEqual(1, task.retries)
            self.assertEqual(timedelta(seconds=2), task.retry_delay)

    def test_every_task_tells_its_failure_and_the_last_one_the_end(self):
        tasks = self.dag().topological_sort()
        self.assertTrue(all(task.on_failure_callback for task in tasks))
        self.assertEqual([False, False, False, True], [bool(task.on_success_callback) for task in tasks])

    def test_a_setting_that_is_missing_is_named(self):
        for missing in SETTINGS:
            bag = load(**{name: value for name, value in SETTINGS.items() if name != missing})
            self.assertIn(missing, "".join(bag.import_errors.values()))


if __name__ == "__main__":
    unittest.main()
