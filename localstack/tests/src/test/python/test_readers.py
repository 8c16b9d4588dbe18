"""What Athena's API is to the clients that people read with: awswrangler and PyAthena."""

import datetime
import unittest
import uuid
from decimal import Decimal

import awswrangler as wr
import pandas as pd
import pyathena
from pyathena.pandas.cursor import PandasCursor
from sample_lake import BUCKET, NAME, set_up, tear_down

setUpModule = set_up
tearDownModule = tear_down


def read(sql, **options):
    return wr.athena.read_sql_query(sql, database=NAME, workgroup=NAME, **options)


class DataFrames(unittest.TestCase):
    DTYPES = {
        "yes": "boolean", "small": "Int32", "big": "Int64", "single": "float32", "twice": "float64",
        "price": "object", "day": "object", "words": "string", "bytes": "object",
    }  # fmt: skip

    def check(self, frame):
        frame = frame.sort_values("big").reset_index(drop=True)
        for column, dtype in self.DTYPES.items():
            self.assertEqual(str(frame.dtypes[column]), dtype, column)
        self.assertTrue(pd.api.types.is_datetime64_dtype(frame.dtypes["at"]))
        self.assertIsInstance(frame.dtypes["instant"], pd.DatetimeTZDtype)
        first, second = frame.iloc[0], frame.iloc[1]
        self.assertEqual(
            [first[c] for c in ("yes", "small", "big", "single", "twice", "price", "day", "words")],
            [True, 1, 2, 1.5, 2.5, Decimal("1.10"), datetime.date(2026, 1, 31), 'a, "b"'],
        )
        self.assertEqual(first["at"], pd.Timestamp("2026-01-31 10:00:00.123456"))
        self.assertEqual(first["instant"], pd.Timestamp("2026-01-31 10:00:00.123456", tz="UTC"))
        self.assertEqual(second["big"], 3)
        for column in frame.columns.drop("big"):
            self.assertTrue(pd.isna(second[column]), column)
        return first

    def test_of_the_result_file(self):
        first = self.check(read("SELECT * FROM every_type", ctas_approach=False))
        self.assertEqual(first["list"], "[a, b]")
        self.assertEqual(first["pairs"], "{k=1}")
        self.assertEqual(first["nested"], "{x=1, y=[z]}")

    def test_of_a_table_from_the_query_which_is_the_default(self):
        self.nested(self.check(read("SELECT * FROM every_type")))

    def test_of_unloaded_files(self):
        place = f"s3://{BUCKET}/unloaded/{uuid.uuid4()}/"
        frame = read("SELECT * FROM every_type", ctas_approach=False, unload_approach=True, s3_output=place)
        self.nested(self.check(frame))

    def nested(self, first):
        self.assertEqual(first["bytes"], b"hi")
        self.assertEqual(list(first["list"]), ["a", "b"])
        self.assertEqual(list(first["pairs"]), [("k", 1)])
        self.assertEqual(list(first["nested"]["y"]), ["z"])

    def test_of_types_that_an_iceberg_table_cannot_hold(self):
        frame = read("SELECT CAST(1 AS smallint) s, CAST('a' AS char(3)) c, TIMESTAMP '2026-01-01 00:00:00' t")
        self.assertEqual(frame.to_dict("list"), {"s": [1], "c": ["a  "], "t": [pd.Timestamp("2026-01-01")]})

    def test_in_pieces(self):
        pieces = read("SELECT x FROM UNNEST(sequence(1, 2500)) t(x)", ctas_approach=False, chunksize=1000)
        self.assertEqual([len(piece) for piece in pieces], [1000, 1000, 500])

    def test_of_a_definition(self):
        table = wr.catalog.table(database=NAME, table="every_type")
        self.assertEqual(table["Type"].tolist()[-3:], ["array<string>", "map<string,int>", "struct<x:int,y:array<string>>"])
        described = wr.athena.describe_table("every_type", database=NAME, workgroup=NAME)
        self.assertIn("decimal(10, 2)", described["Type"].tolist())
        created = wr.athena.show_create_table("every_type", database=NAME, workgroup=NAME)
        self.assertIn("PARTITIONED BY (month(`day`), bucket(4, `big`))", created)


class DbApi(unittest.TestCase):
    def setUp(self):
        self.connection = pyathena.connect(work_group=NAME, schema_name=NAME)
        self.addCleanup(self.connection.close)

    def test_values_have_pythons_types(self):
        cursor = self.connection.cursor()
        cursor.execute("SELECT * FROM every_type WHERE words = %(words)s", {"words": 'a, "b"'})
        (row,) = cursor.fetchall()
        self.assertEqual(row[:7], (True, 1, 2, 1.5, 2.5, Decimal("1.10"), datetime.date(2026, 1, 31)))
        self.assertEqual(row[7], datetime.datetime(2026, 1, 31, 10, 0, 0, 123456))
        self.assertEqual(row[8].utcoffset(), datetime.timedelta(0))
        self.assertEqual(row[9:12], (b"hi", 'a, "b"', ["a", "b"]))

    def test_a_frame_has_every_row(self):
        cursor = self.connection.cursor(PandasCursor)
        frame = cursor.execute("SELECT x FROM UNNEST(sequence(1, 2500)) t(x)").as_pandas()
        self.assertEqual(frame["x"].sum(), 2500 * 2501 // 2)

    def test_parameters_and_reuse_are_taken(self):
        cursor = self.connection.cursor()
        cursor.execute("SELECT big FROM every_type WHERE big > ?", ["2"], paramstyle="qmark", result_reuse_enable=True)
        self.assertEqual(cursor.fetchall(), [(3,)])


if __name__ == "__main__":
    unittest.main()
