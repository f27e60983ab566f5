# wrong-result: the jobs' results go into a list of the child's own copy of the module
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

_results = []


def _store(job):
    _results.append(job())


def run_io(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]


def run_cpu(jobs, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        _results.clear()
        futures = [executor.submit(_store, job) for job in jobs]
        for future in futures:
            future.result()
    return list(_results)
