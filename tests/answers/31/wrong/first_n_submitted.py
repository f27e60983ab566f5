# wrong-result: first() takes the first n futures of the list, which are ready first only by luck
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    jobs = list(jobs)
    out = [None] * len(jobs)
    with ThreadPoolExecutor(workers) as ex:
        futs = {ex.submit(j): k for k, j in enumerate(jobs)}
        for f in as_completed(futs):
            out[futs[f]] = f.result()
            on_done(futs[f], f.result())
    return out


def first(jobs, workers, n):
    with ThreadPoolExecutor(workers) as ex:
        futs = [ex.submit(j) for j in jobs]
        try:
            return [f.result() for f in futs[:n]]
        finally:
            for f in futs:
                f.cancel()
