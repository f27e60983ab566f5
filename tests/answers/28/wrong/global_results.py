# wrong-result: the children write to a global dict of their own copy
from multiprocessing import Event, Process, Semaphore

outcomes = {}


def _run(index, runner, gun, lanes):
    gun.wait()
    with lanes:
        try:
            outcome = (index, True, runner())
        except Exception as error:
            outcome = (index, False, error)
    outcomes[index] = outcome


def race(runners, lanes):
    gun = Event()
    semaphore = Semaphore(lanes)
    processes = []
    for index, runner in enumerate(runners):
        process = Process(target=_run, args=(index, runner, gun, semaphore))
        process.start()
        processes.append(process)
    gun.set()
    for process in processes:
        process.join()
    for _, ok, value in outcomes.values():
        if not ok:
            raise value
    return [outcomes[i][2] if i in outcomes else None for i in range(len(runners))]
