"""Validate a data package with the independent Python package `frictionless`.

Usage: python tests/frictionless.py [FOLDER]    (default: assets/study)
Prints every error and exits 1 if there is one; exits 2 if `frictionless` is not installed.
"""

import sys
from pathlib import Path

# This file has the package's name, and Python would find it first.
sys.path = [path for path in sys.path if Path(path).resolve() != Path(__file__).resolve().parent]

try:
    from frictionless import validate
except ImportError:
    print("the Python package `frictionless` is missing; install it with `pip install frictionless`", file=sys.stderr)
    sys.exit(2)


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "assets/study")
    report = validate(str(folder / "datapackage.json"))
    errors = [("datapackage.json", error) for error in report.errors]
    errors += [(task.place, error) for task in report.tasks for error in task.errors]
    for place, error in errors:
        print(f"{place}:{getattr(error, 'row_number', 0)}: {error.type}: {error.message}")
    if errors or not report.valid:
        return 1
    rows = sum(task.stats.get("rows", 0) for task in report.tasks)
    print(f"ok: {len(report.tasks)} tables, {rows} rows")
    return 0 if rows else 1


if __name__ == "__main__":
    sys.exit(main())
