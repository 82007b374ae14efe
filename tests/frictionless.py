"""Validate a data package with the independent Python package `frictionless`.

Usage: python tests/frictionless.py [FOLDER]    (default: assets/study)
Prints every error and exits 1 if there is one; exits 2 if `frictionless` is not installed.
"""

import sys
from pathlib import Path

try:
    from frictionless import validate
except ImportError:
    sys.exit("the Python package `frictionless` is missing: install it with `pip install frictionless`") or 2


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "assets/study")
    report = validate(str(folder / "datapackage.json"))
    errors = report.flatten(["name", "rowNumber", "fieldName", "type", "message"])
    for name, row, field, kind, message in errors:
        print(f"{name or 'datapackage.json'}:{row or 0}: {field or ''} {kind}: {message}")
    if errors or not report.valid:
        return 1
    rows = sum(task.stats.get("rows", 0) for task in report.tasks)
    print(f"ok: {len(report.tasks)} tables, {rows} rows")
    return 0 if rows else 1


if __name__ == "__main__":
    sys.exit(main())
