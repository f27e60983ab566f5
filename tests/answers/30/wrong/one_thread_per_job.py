# too-parallel: the pool is made as large as the list of jobs so that nobody has to wait
import concurrent.futures


class Outcome:
    def __init__(self, ok, value, error):
        self.ok = ok
        self.value = value
        self.error = error


def run(jobs, workers):
    jobs = list(jobs)
    size = max(workers, len(jobs))
    with concurrent.futures.ThreadPoolExecutor(max_workers=size) as executor:
        futures = [executor.submit(job) for job in jobs]
        outcomes = []
        for future in futures:
            try:
                outcomes.append(Outcome(True, future.result(), None))
            except Exception as exc:
                outcomes.append(Outcome(False, None, exc))
    return outcomes
