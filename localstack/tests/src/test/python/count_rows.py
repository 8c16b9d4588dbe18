"""Prints, as JSON, the row count of each table named on the command line, as pyiceberg sees it."""

import json
import os
import sys

from pyiceberg.catalog.glue import GlueCatalog

endpoint = os.environ["AWS_ENDPOINT_URL"]
catalog = GlueCatalog(
    "millrace",
    **{
        "glue.endpoint": endpoint,
        "glue.region": os.environ["AWS_REGION"],
        "s3.endpoint": endpoint,
        "s3.region": os.environ["AWS_REGION"],
        "s3.access-key-id": os.environ["AWS_ACCESS_KEY_ID"],
        "s3.secret-access-key": os.environ["AWS_SECRET_ACCESS_KEY"],
        "s3.force-virtual-addressing": "false",
    },
)
print(json.dumps({name: catalog.load_table(name).scan().count() for name in sys.argv[1:]}))
