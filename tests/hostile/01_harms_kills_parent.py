# fail error: tries to kill the process that has started it
"""Without a process namespace the parent is the launcher, with all other students."""

import posix


def run_all(jobs):
    for signal in (15, 9):
        try:
            if posix.getppid() > 1:
                posix.kill(posix.getppid(), signal)
        except OSError:
            pass
    return [job() for job in jobs]
