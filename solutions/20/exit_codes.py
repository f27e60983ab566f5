"""Mission control: a probe for every planet, and the last number that each sends.

The idea here: a process lives beside yours and shares no memory with it.  All
that it leaves behind by itself is its exit code, a small number, and that is
known when the process has ended.
"""

import multiprocessing
from collections.abc import Callable


def run_all(tasks: dict[str, Callable[[], None]]) -> dict[str, int]:
    """Call every task in a process of its own, all of them at once.

    Gives the exit code of each process by the name of its task, when all have
    ended.
    """
    probes = {
        name: multiprocessing.Process(target=task, name=name)
        for name, task in tasks.items()
    }
    for probe in probes.values():
        probe.start()
    # To wait is a round of its own, when all are on their way; and before a process
    # has ended there is no exit code yet, only None.
    for probe in probes.values():
        probe.join()
    return {name: probe.exitcode for name, probe in probes.items()}
