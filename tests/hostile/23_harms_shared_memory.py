# fail error: tries to leave shared memory and a semaphore behind, which no process owns
"""What is in `/dev/shm` stays until somebody unlinks it.

The names begin with `threadlings-was-here`, and the block has 16 MiB.
"""

import importlib


def histogram(values, edges, workers):
    try:
        shm = importlib.import_module("_posixshmem")
        posix = importlib.import_module("posix")
        number = shm.shm_open("/threadlings-was-here-block", 0o102, 0o600)
        posix.ftruncate(number, 16 * 1024 * 1024)
        locks = importlib.import_module("_multiprocessing")
        locks.SemLock(1, 0, 1, "/threadlings-was-here-lock", False)
    except (OSError, ImportError):
        pass
    return [0] * (len(edges) - 1)
