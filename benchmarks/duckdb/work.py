"""Events in, one JSON a line; bronze and silver as Parquet out, by DuckDB on one thread.

Reads a line, does the work once, prints what CPU time the process took for it, and so on until its input ends.
"""

import resource
import sys
from pathlib import Path

import duckdb

HERE = Path(__file__).parent


def cpu_nanos() -> int:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return int((usage.ru_utime + usage.ru_stime) * 1e9)


def main() -> None:
    events, folder = sys.argv[1:3]
    statements = [
        (HERE / name).read_text().format(events=events, folder=folder) for name in ("bronze.sql", "silver.sql")
    ]
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    for _ in sys.stdin:
        begun = cpu_nanos()
        for statement in statements:
            connection.execute(statement)
        print(f"took {cpu_nanos() - begun}", flush=True)


main()
