"""Sports day: many runners, a start gun and a track with few lanes.

The idea here: processes share no memory, but an event, a semaphore and a queue of
`multiprocessing` reach all of them, when they are handed over at the start.
"""

import multiprocessing
from collections.abc import Callable


def race(runners: list[Callable[[], object]], lanes: int) -> list[object]:
    """Run each runner in a process of its own, at most *lanes* of them at any moment.

    Nobody runs before the gun.  Gives the results in the order of *runners*; what a
    runner raises is raised when all have ended.
    """
    gun = multiprocessing.Event()
    track = multiprocessing.Semaphore(lanes)
    finish = multiprocessing.Queue()
    processes = [
        multiprocessing.Process(target=_run, args=(number, runner, gun, track, finish))
        for number, runner in enumerate(runners)
    ]
    for process in processes:
        process.start()
    gun.set()
    # First take all results, then join: a child only ends when its result, however
    # large, has been taken out of the queue.
    times = sorted((finish.get() for _ in processes), key=lambda time: time[0])
    for process in processes:
        process.join()
    for _, error, _ in times:
        if error is not None:
            raise error
    return [result for _, _, result in times]


def _run(number, runner, gun, track, finish) -> None:
    """Wait for the gun and for a lane, run, and tell what came of it."""
    error = result = None
    gun.wait()
    with track:
        try:
            result = runner()
        except Exception as raised:
            error = raised
    finish.put((number, error, result))
