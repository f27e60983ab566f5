# serial: each process is joined before the next is started (the gun is fired first, or nobody would come in)
from multiprocessing import Event, Process, Queue, Semaphore


def _run(index, runner, gun, lanes, results):
    gun.wait()
    with lanes:
        try:
            outcome = (index, True, runner())
        except Exception as error:
            outcome = (index, False, error)
    results.put(outcome)


def race(runners, lanes):
    gun = Event()
    gun.set()
    semaphore = Semaphore(lanes)
    results = Queue()
    outcomes = []
    for index, runner in enumerate(runners):
        process = Process(target=_run, args=(index, runner, gun, semaphore, results))
        process.start()
        outcomes.append(results.get())
        process.join()
    for _, ok, value in outcomes:
        if not ok:
            raise value
    return [value for _, _, value in outcomes]
