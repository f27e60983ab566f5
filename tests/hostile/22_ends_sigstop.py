# fail error: tries to stop the process, which neither ends nor goes on
"""SIGSTOP can't be caught.  Who waits for an end or for a line waits for ever."""

import posix


def count_matches(chunks, predicate):
    posix.kill(posix.getpid(), 19)
    return sum(map(predicate, sum(chunks, [])))
