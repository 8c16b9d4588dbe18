"""Holds contract files to the Open Data Contract Standard 3.1.0 with two readers that know nothing of Millrace.

usage: validate.py FILE...

Prints one line per problem; exits 1 when there is one.
"""

import importlib.resources
import json
import sys

import jsonschema
import pyodcs
import yaml


def schema_problems(validator, text):
    for error in validator.iter_errors(yaml.safe_load(text)):
        yield f"{error.json_path}: {error.message}"


def pyodcs_problems(text):
    report = pyodcs.validate_result(pyodcs.parse_and_validate(text))
    for diagnostic in report["diagnostics"]:
        if diagnostic.get("severity", "error") == "error":
            yield f"{diagnostic.get('object_ref')}: {diagnostic['message']}"


def main(files):
    schema = json.loads(
        importlib.resources.files("open_data_contract_standard").joinpath("schema.json").read_text(encoding="utf-8")
    )
    validator = jsonschema.validators.validator_for(schema)(schema)
    failed = False
    for file in files:
        with open(file, encoding="utf-8") as opened:
            text = opened.read()
        for problem in [*schema_problems(validator, text), *pyodcs_problems(text)]:
            failed = True
            print(f"{file}: {problem}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
