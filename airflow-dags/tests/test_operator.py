"""How a run of a Glue job ends for its task; Glue's answers are checked against its API's own model."""

import os
import unittest

from airflow.exceptions import AirflowException, AirflowFailException
from botocore.stub import Stubber
from millrace.operator import LakeJobHook, arguments

os.environ.update(AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test")


class ArgumentsTest(unittest.TestCase):
    def test_a_job_is_told_texts(self):
        self.assertEqual(
            {"--dry_run": "true", "--days": "3", "--tables": "a,b"},
            arguments({"dry_run": True, "days": 3, "tables": "a,b"}),
        )


class LakeJobHookTest(unittest.TestCase):
    def setUp(self):
        self.hook = LakeJobHook(
            job_name="millrace-dev-silver", aws_conn_id=None, region_name="us-east-1", job_poll_interval=0
        )
        self.glue = Stubber(self.hook.conn)
        self.glue.activate()
        self.addCleanup(self.glue.assert_no_pending_responses)

    def run_is(self, *states, message=None):
        for state in states:
            run = {"JobRunState": state, **({"ErrorMessage": message} if message else {})}
            self.glue.add_response("get_job_run", {"JobRun": run})

    def end(self):
        return self.hook.job_completion("millrace-dev-silver", "jr_1")

    def test_a_run_is_waited_for_until_it_has_succeeded(self):
        self.run_is("STARTING", "RUNNING", "SUCCEEDED")
        self.assertEqual({"JobRunState": "SUCCEEDED", "JobRunId": "jr_1"}, self.end())

    def test_any_other_end_fails_the_task_and_says_why(self):
        for state in ("FAILED", "TIMEOUT", "STOPPED", "ERROR", "EXPIRED"):
            with self.subTest(state):
                self.run_is(state, state, message="Cannot read orders")
                with self.assertRaisesRegex(AirflowException, f"ended {state}: Cannot read orders"):
                    self.end()

    def test_a_job_that_is_not_deployed_is_not_made_up_and_not_tried_again(self):
        self.glue.add_client_error("get_job", "EntityNotFoundException")
        with self.assertRaisesRegex(AirflowFailException, "millrace-dev-silver: it is not deployed"):
            self.hook.initialize_job()


if __name__ == "__main__":
    unittest.main()
