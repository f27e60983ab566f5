# deadlock: batches of lanes meet at a Barrier; when lanes does not divide the number of runners the last batch waits for ever
from multiprocessing import Barrier, Event, Process, Queue, Semaphore


def _run(index, runner, gun, lanes, batch, results):
    gun.wait()
    with lanes:
        batch.wait()
        try:
            outcome = (index, True, runner())
        except Exception as error:
            outcome = (index, False, error)
    results.put(outcome)


def race(runners, lanes):
    gun = Event()
    semaphore = Semaphore(lanes)
    batch = Barrier(lanes)
    results = Queue()
    processes = []
    for index, runner in enumerate(runners):
        process = Process(target=_run, args=(index, runner, gun, semaphore, batch, results))
        process.start()
        processes.append(process)
    gun.set()
    outcomes = sorted((results.get() for _ in processes), key=lambda outcome: outcome[0])
    for process in processes:
        process.join()
    for _, ok, value in outcomes:
        if not ok:
            raise value
    return [value for _, _, value in outcomes]
