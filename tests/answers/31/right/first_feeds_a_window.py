# right: first() hands the pool only as many jobs as it has workers, the next one goes in when a result came out
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice
from queue import SimpleQueue


def run(jobs, workers, on_done):
    numbered = {}
    with ThreadPoolExecutor(max_workers=workers) as executor:
        for number, job in enumerate(jobs):
            numbered[executor.submit(job)] = number
        for future in as_completed(numbered):
            on_done(numbered[future], future.result())
    # dicts keep the order of insertion, and that is the order of the jobs
    return [future.result() for future in numbered]


def first(jobs, workers, n):
    results = []
    if n == 0:
        return results
    finished = SimpleQueue()
    running = 0
    waiting = iter(jobs)
    with ThreadPoolExecutor(max_workers=workers) as executor:

        def begin(how_many):
            begun = 0
            for job in islice(waiting, how_many):
                executor.submit(job).add_done_callback(finished.put)
                begun += 1
            return begun

        running += begin(workers)
        while running:
            results.append(finished.get().result())
            running -= 1
            if len(results) == n:
                break
            running += begin(1)
    return results
