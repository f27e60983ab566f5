# fail error: tries to abort, with a core file if it may
"""`abort` raises SIGABRT in the middle of the process; nothing is flushed."""

import posix


def run(jobs, workers):
    posix.abort()
