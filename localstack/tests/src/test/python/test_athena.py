"""Athena's API and SQL as boto3 sees them, with pyiceberg beside it."""

import datetime
import os
import time
import unittest

import awswrangler as wr
from pyiceberg.catalog.glue import GlueCatalog
from sample_lake import BUCKET, NAME, RESULTS, athena, finished, lines, rows, run, s3, set_up, tear_down

setUpModule = set_up
tearDownModule = tear_down


class Api(unittest.TestCase):
    def test_2500_rows_come_in_pages(self):
        found = rows("SELECT x FROM UNNEST(sequence(1, 2500)) t(x)")
        self.assertEqual(found, [[str(x)] for x in range(1, 2501)])

    def test_named_queries_are_kept(self):
        created = athena.create_named_query(Name="count", Database=NAME, QueryString="SELECT 1", WorkGroup=NAME)
        query = created["NamedQueryId"]
        self.assertEqual(athena.list_named_queries(WorkGroup=NAME)["NamedQueryIds"], [query])
        self.assertEqual(athena.get_named_query(NamedQueryId=query)["NamedQuery"]["QueryString"], "SELECT 1")
        self.assertEqual(len(athena.batch_get_named_query(NamedQueryIds=[query])["NamedQueries"]), 1)
        athena.delete_named_query(NamedQueryId=query)
        self.assertEqual(athena.list_named_queries(WorkGroup=NAME)["NamedQueryIds"], [])

    def test_prepared_statements_are_executed(self):
        sql = "SELECT big FROM every_type WHERE big = ?"
        athena.create_prepared_statement(StatementName="by_big", WorkGroup=NAME, QueryStatement=sql)
        self.assertEqual(rows("EXECUTE by_big USING 3"), [["3"]])
        self.assertEqual(rows("EXECUTE by_big", ExecutionParameters=["2"]), [["2"]])
        self.assertEqual(rows(sql, ExecutionParameters=["3"]), [["3"]])
        athena.update_prepared_statement(StatementName="by_big", WorkGroup=NAME, QueryStatement=sql.replace("=", ">"))
        self.assertEqual(rows("EXECUTE by_big USING 2"), [["3"]])
        names = athena.list_prepared_statements(WorkGroup=NAME)["PreparedStatements"]
        self.assertEqual([name["StatementName"] for name in names], ["by_big"])
        athena.delete_prepared_statement(StatementName="by_big", WorkGroup=NAME)
        run("PREPARE twice FROM SELECT 2 * ? AS x")
        self.assertEqual(rows("EXECUTE twice USING 4"), [["8"]])
        run("DEALLOCATE PREPARE twice")

    def test_a_query_that_scans_more_than_the_workgroup_allows_is_cancelled(self):
        name = NAME + "_small"
        least = {"BytesScannedCutoffPerQuery": 10_000_000, "ResultConfiguration": {"OutputLocation": RESULTS}}
        athena.create_work_group(Name=name, Configuration=least)
        run(f"""
            CREATE TABLE wide WITH (table_type = 'ICEBERG', location = 's3://{BUCKET}/lake/wide/') AS
            SELECT sha512(to_utf8(CAST(x + 1000 * y AS varchar))) h
            FROM UNNEST(sequence(1, 1000)) a(x) CROSS JOIN UNNEST(sequence(1, 250)) b(y)""")
        query = athena.start_query_execution(QueryString=f"SELECT max(h) FROM {NAME}.wide", WorkGroup=name)
        query = query["QueryExecutionId"]
        while (status := athena.get_query_execution(QueryExecutionId=query)["QueryExecution"]["Status"])["State"] in (
            "QUEUED",
            "RUNNING",
        ):
            time.sleep(0.05)
        self.assertEqual((status["State"], status["StateChangeReason"]), ("CANCELLED", "Bytes scanned limit was exceeded"))
        athena.delete_work_group(WorkGroup=name, RecursiveDeleteOption=True)

    def test_an_execution_says_what_it_cost(self):
        execution = run("SELECT * FROM every_type")
        self.assertGreater(execution["Statistics"]["DataScannedInBytes"], 0)
        self.assertFalse(execution["Statistics"]["ResultReuseInformation"]["ReusedPreviousResult"])
        statistics = athena.get_query_runtime_statistics(QueryExecutionId=execution["QueryExecutionId"])
        self.assertEqual(statistics["QueryRuntimeStatistics"]["Rows"]["InputRows"], 2)

    def test_metadata_lies_beside_a_result(self):
        location = run("SELECT big, price FROM every_type")["ResultConfiguration"]["OutputLocation"]
        key = location.removeprefix(f"s3://{BUCKET}/") + ".metadata"
        metadata = s3.get_object(Bucket=BUCKET, Key=key)["Body"].read()
        for word in (b"big", b"bigint", b"price", b"decimal"):
            self.assertIn(word, metadata)

    def test_the_catalog_is_described(self):
        database = athena.get_database(CatalogName="AwsDataCatalog", DatabaseName=NAME)["Database"]
        self.assertEqual(database["Description"], "of a test")
        table = athena.get_table_metadata(CatalogName="AwsDataCatalog", DatabaseName=NAME, TableName="every_type")
        columns = {column["Name"]: column["Type"] for column in table["TableMetadata"]["Columns"]}
        self.assertEqual((columns["price"], columns["bytes"]), ("decimal(10,2)", "binary"))
        self.assertIn("AwsDataCatalog", [c["CatalogName"] for c in athena.list_data_catalogs()["DataCatalogsSummary"]])
        types = rows(f"SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = '{NAME}'"
                     " AND table_name = 'every_type'")
        self.assertIn(["instant", "timestamp(6) with time zone"], types)


class Sql(unittest.TestCase):
    def test_a_table_is_made_changed_and_kept_in_order(self):
        run(f"CREATE TABLE changing (id bigint) LOCATION 's3://{BUCKET}/lake/changing/'"
            " TBLPROPERTIES ('table_type' = 'ICEBERG', 'vacuum_max_snapshot_age_seconds' = '1')")
        run("INSERT INTO changing VALUES 1")
        run("ALTER TABLE changing ADD COLUMNS (name string COMMENT 'new', n int)")
        run("ALTER TABLE changing CHANGE COLUMN n m bigint")
        run("INSERT INTO changing VALUES (2, 'two', 2)")
        self.assertEqual(rows("SELECT * FROM changing ORDER BY id"), [["1", None, None], ["2", "two", "2"]])
        run("OPTIMIZE changing REWRITE DATA USING BIN_PACK")
        self.assertEqual(rows('SELECT count(*) FROM "changing$files"'), [["1"]])
        time.sleep(1.1)  # the age at which a snapshot of this table may go
        run("VACUUM changing")
        self.assertEqual(rows('SELECT count(*) FROM "changing$snapshots"'), [["1"]])
        self.assertEqual(lines("SHOW TBLPROPERTIES changing ('format')"), ["parquet"])
        create = "\n".join(lines("SHOW CREATE TABLE changing"))
        run(create.replace(".changing (", ".twin (").replace("lake/changing", "lake/twin"))
        self.assertEqual(lines("DESCRIBE `twin`"), lines("DESCRIBE changing"))
        self.assertEqual(lines("SHOW TABLES LIKE 'twi*|chang*'"), ["changing", "twin"])
        run("DROP TABLE twin")

    def test_a_view_is_made_and_described(self):
        run("CREATE OR REPLACE VIEW names AS SELECT big, words FROM every_type")
        self.assertEqual(rows("SELECT words FROM names WHERE big = 2"), [['a, "b"']])
        self.assertEqual(lines("SHOW VIEWS"), ["names"])
        self.assertIn("FROM", lines("SHOW CREATE VIEW names"))
        columns = wr.catalog.table(database=NAME, table="names")
        self.assertEqual(columns["Type"].tolist(), ["bigint", "string"])

    def test_a_table_is_read_as_it_was(self):
        run(f"CREATE TABLE history (id bigint) LOCATION 's3://{BUCKET}/lake/history/'"
            " TBLPROPERTIES ('table_type' = 'ICEBERG')")
        run("INSERT INTO history VALUES 1")
        endpoint = os.environ["AWS_ENDPOINT_URL"]
        table = GlueCatalog("lake", **{"glue.endpoint": endpoint, "s3.endpoint": endpoint}).load_table(f"{NAME}.history")
        snapshot = table.current_snapshot()
        table.manage_snapshots().create_tag(snapshot.snapshot_id, "after the first").commit()
        time.sleep(0.01)  # so that a time lies between the two
        between = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M:%S.%f UTC")
        run("INSERT INTO history VALUES 2")

        count = "SELECT count(*) FROM history"
        self.assertEqual(rows(count), [["2"]])
        self.assertEqual(rows(f"{count} FOR VERSION AS OF 'after the first'"), [["1"]])
        self.assertEqual(rows(f"{count} FOR VERSION AS OF {snapshot.snapshot_id}"), [["1"]])
        self.assertEqual(rows(f"{count} FOR TIMESTAMP AS OF TIMESTAMP '{between}'"), [["1"]])
        lost = finished(f"{count} FOR VERSION AS OF 'nope'")["Status"]
        self.assertIn("has [after the first, main]", lost["StateChangeReason"])

    def test_what_is_not_here_says_what_to_do(self):
        for sql, words in (
            ("MSCK REPAIR TABLE every_type", "nothing to repair"),
            ("CREATE EXTERNAL TABLE t (a int) LOCATION 's3://b/t/'", "TBLPROPERTIES ('table_type' = 'ICEBERG')"),
            ("SHOW PARTITIONS every_type", "every_type$partitions"),
            ("SELECT * FROM every_type FOR SYSTEM_TIME AS OF current_timestamp", "FOR TIMESTAMP AS OF"),
        ):
            with self.assertRaises(athena.exceptions.InvalidRequestException) as refused:
                run(sql)
            self.assertIn(words, str(refused.exception))


if __name__ == "__main__":
    unittest.main()
