# right: ProcessPoolExecutor with max_workers=len(runners) and a Barrier, so that every runner has its own process
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

_equipment = {}


def _equip(ready, gun, semaphore):
    _equipment.update(ready=ready, gun=gun, semaphore=semaphore)


def _start(runner):
    _equipment["ready"].wait()
    _equipment["gun"].wait()
    with _equipment["semaphore"]:
        return runner()


def race(runners, lanes):
    runners = list(runners)
    if len(runners) == 0:
        return []
    ready = multiprocessing.Barrier(len(runners) + 1)
    gun = multiprocessing.Event()
    semaphore = multiprocessing.Semaphore(lanes)
    with ProcessPoolExecutor(
        max_workers=len(runners),
        mp_context=multiprocessing.get_context(),
        initializer=_equip,
        initargs=(ready, gun, semaphore),
    ) as executor:
        futures = [executor.submit(_start, runner) for runner in runners]
        ready.wait()
        gun.set()
    return [future.result() for future in futures]
