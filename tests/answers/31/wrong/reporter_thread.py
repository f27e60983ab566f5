# wrong-tool: a reporter thread of its own calls on_done instead of the caller's thread
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice


def run(jobs, workers, on_done):
    errors = []

    def report():
        try:
            for future in as_completed(index_of):
                on_done(index_of[future], future.result())
        except Exception as error:
            errors.append(error)

    with ThreadPoolExecutor(max_workers=workers) as pool:
        index_of = {pool.submit(job): i for i, job in enumerate(jobs)}
        reporter = threading.Thread(target=report)
        reporter.start()
        reporter.join()
    if errors:
        raise errors[0]
    return [future.result() for future in index_of]


def first(jobs, workers, n):
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        futures = [pool.submit(job) for job in jobs]
        return [future.result() for future in islice(as_completed(futures), n)]
    finally:
        pool.shutdown(cancel_futures=True)
