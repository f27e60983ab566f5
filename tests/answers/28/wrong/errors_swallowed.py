# wrong-result: a runner that raises counts as None, nothing is raised
from multiprocessing import Event, Process, Queue, Semaphore


def _run(index, runner, gun, lanes, results):
    gun.wait()
    with lanes:
        try:
            outcome = (index, True, runner())
        except Exception as error:
            print(error)
            outcome = (index, True, None)
    results.put(outcome)


def race(runners, lanes):
    gun = Event()
    semaphore = Semaphore(lanes)
    results = Queue()
    processes = []
    for index, runner in enumerate(runners):
        process = Process(target=_run, args=(index, runner, gun, semaphore, results))
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
