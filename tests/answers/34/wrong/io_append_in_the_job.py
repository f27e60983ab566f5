# wrong-result: the I/O jobs append to a common list as they end
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_io(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        results = []
        futures = [executor.submit(lambda job=job: results.append(job())) for job in jobs]
        for future in futures:
            future.result()
        return results


def run_cpu(jobs, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]
