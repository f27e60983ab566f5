# fail error: tries to leave with `sys.exit(0)` while it is imported
"""`SystemExit` is no `Exception`; a grader that catches those only ends with code 0."""

import sys

sys.exit(0)


def run_all(jobs):
    return []
