# right: one Queue, every child puts (number, ok, value); the parent takes as many as there are runners, then joins
import multiprocessing as mp


def _lane(number, runner, start, semaphore, results):
    start.wait()
    semaphore.acquire()
    try:
        results.put((number, True, runner()))
    except Exception as error:
        results.put((number, False, error))
    finally:
        semaphore.release()


def race(runners, lanes):
    start = mp.Event()
    semaphore = mp.BoundedSemaphore(lanes)
    results = mp.Queue()
    processes = [
        mp.Process(target=_lane, args=(i, runner, start, semaphore, results))
        for i, runner in enumerate(runners)
    ]
    for p in processes:
        p.start()
    start.set()
    values = [None] * len(processes)
    errors = {}
    for _ in processes:
        number, ok, value = results.get()
        if ok:
            values[number] = value
        else:
            errors[number] = value
    for p in processes:
        p.join()
    results.close()
    if errors:
        raise errors[min(errors)]
    return values
