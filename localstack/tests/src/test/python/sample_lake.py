"""A database, a workgroup and a table of every type, for tests that read them."""

import time
import uuid

import boto3

NAME = "readers_it_" + uuid.uuid4().hex[:8]
BUCKET = NAME.replace("_", "-")
RESULTS = f"s3://{BUCKET}/results/"

athena = boto3.client("athena")
s3 = boto3.client("s3")


def finished(sql, **request):
    """Runs a statement to its end and returns its execution."""
    query = athena.start_query_execution(
        QueryString=sql, WorkGroup=NAME, QueryExecutionContext={"Database": NAME}, **request
    )["QueryExecutionId"]
    while True:
        execution = athena.get_query_execution(QueryExecutionId=query)["QueryExecution"]
        if execution["Status"]["State"] not in ("QUEUED", "RUNNING"):
            return execution
        time.sleep(0.05)


def run(sql, **request):
    """Runs a statement that succeeds."""
    execution = finished(sql, **request)
    if execution["Status"]["State"] != "SUCCEEDED":
        raise AssertionError(f"{sql}: {execution['Status']}")
    return execution


def rows(sql, **request):
    """Runs a query and returns its rows as text, without the columns' names."""
    query = run(sql, **request)["QueryExecutionId"]
    pages = athena.get_paginator("get_query_results").paginate(QueryExecutionId=query)
    found = [[d.get("VarCharValue") for d in row["Data"]] for page in pages for row in page["ResultSet"]["Rows"]]
    return found[1:]


def lines(sql):
    """Runs a SHOW or a DESCRIBE and returns its lines."""
    query = run(sql)["QueryExecutionId"]
    result = athena.get_query_results(QueryExecutionId=query)
    return [row["Data"][0]["VarCharValue"] for row in result["ResultSet"]["Rows"]]


def set_up():
    """Makes the bucket, the workgroup and a table of every type."""
    s3.create_bucket(Bucket=BUCKET)
    athena.create_work_group(
        Name=NAME,
        Configuration={"EnforceWorkGroupConfiguration": True, "ResultConfiguration": {"OutputLocation": RESULTS}},
    )
    run(f"CREATE DATABASE {NAME} COMMENT 'of a test' LOCATION 's3://{BUCKET}/lake/'")
    run(f"""
        CREATE TABLE every_type (
            yes boolean, small int, big bigint, single float, twice double, price decimal(10, 2), day date,
            at timestamp, instant timestamp with time zone, bytes binary, words string COMMENT 'any',
            list array<string>, pairs map<string, int>, nested struct<x: int, y: array<string>>)
        PARTITIONED BY (month(day), bucket(4, big))
        LOCATION 's3://{BUCKET}/lake/every_type/'
        TBLPROPERTIES ('table_type' = 'ICEBERG', 'format' = 'parquet', 'write_compression' = 'zstd')""")
    run("""
        INSERT INTO every_type VALUES (true, 1, 2, REAL '1.5', 2.5E0, DECIMAL '1.10', DATE '2026-01-31',
            TIMESTAMP '2026-01-31 10:00:00.123456', TIMESTAMP '2026-01-31 10:00:00.123456 UTC', X'6869', 'a, "b"',
            ARRAY['a', 'b'], MAP(ARRAY['k'], ARRAY[1]), ROW(1, ARRAY['z']))""")
    run("INSERT INTO every_type (big) VALUES (3)")


def tear_down():
    run(f"DROP DATABASE {NAME} CASCADE")
    athena.delete_work_group(WorkGroup=NAME, RecursiveDeleteOption=True)
