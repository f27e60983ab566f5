# right: a Pool with a process for each runner; a Barrier sees to it that each process has one, then the Event starts all
from multiprocessing import Barrier, Event, Pool, Semaphore


def _prepare(*shared):
    global _line, _gun, _permits
    _line, _gun, _permits = shared


def _compete(runner):
    _line.wait()
    _gun.wait()
    with _permits:
        try:
            return runner(), None
        except Exception as error:
            return None, error


def race(runners, lanes):
    if not runners:
        return []
    count = len(runners)
    line, gun, permits = Barrier(count + 1), Event(), Semaphore(lanes)
    with Pool(count, initializer=_prepare, initargs=(line, gun, permits)) as pool:
        promises = [pool.apply_async(_compete, (runner,)) for runner in runners]
        line.wait()
        gun.set()
        outcomes = [promise.get() for promise in promises]
        pool.close()
        pool.join()
    for _, error in outcomes:
        if error is not None:
            raise error
    return [value for value, _ in outcomes]
