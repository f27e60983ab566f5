# right: plain class, result() inside try/except in a second loop after the pool has been closed
import concurrent.futures


class Outcome:
    def __init__(self, ok, value, error):
        self.ok = ok
        self.value = value
        self.error = error

    def __repr__(self):
        if self.ok:
            return "Outcome(value=%r)" % (self.value,)
        return "Outcome(error=%r)" % (self.error,)


def run(jobs, workers):
    futures = []
    with concurrent.futures.ThreadPoolExecutor(workers) as executor:
        for job in jobs:
            futures.append(executor.submit(job))

    # everything has ended here, so result() does not block any more
    outcomes = []
    for future in futures:
        try:
            value = future.result()
        except Exception as exc:
            outcomes.append(Outcome(False, None, exc))
        else:
            outcomes.append(Outcome(True, value, None))
    return outcomes
