# wrong-tool: run_io starts a Thread for each job by hand, with a semaphore for the limit, and no executor
import threading
from concurrent.futures import ProcessPoolExecutor


def run_io(jobs, workers):
    permits = threading.Semaphore(workers)
    outcomes = [None] * len(jobs)

    def run(index, job):
        with permits:
            try:
                outcomes[index] = (True, job())
            except Exception as error:
                outcomes[index] = (False, error)

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for ok, value in outcomes:
        if not ok:
            raise value
    return [value for _, value in outcomes]


def run_cpu(jobs, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]
