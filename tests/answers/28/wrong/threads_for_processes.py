# wrong-tool: the runners run in threads of this process
from queue import SimpleQueue
from threading import Event, Semaphore, Thread


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
    semaphore = Semaphore(lanes)
    results = SimpleQueue()
    threads = []
    for index, runner in enumerate(runners):
        thread = Thread(target=_run, args=(index, runner, gun, semaphore, results))
        thread.start()
        threads.append(thread)
    gun.set()
    for thread in threads:
        thread.join()
    outcomes = sorted((results.get() for _ in threads), key=lambda outcome: outcome[0])
    for _, ok, value in outcomes:
        if not ok:
            raise value
    return [value for _, _, value in outcomes]
