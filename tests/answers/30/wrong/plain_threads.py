# wrong-tool: threads and a semaphore by hand, no executor, no future
import threading


class Outcome:
    def __init__(self, ok, value=None, error=None):
        self.ok = ok
        self.value = value
        self.error = error


def run(jobs, workers):
    jobs = list(jobs)
    outcomes = [None] * len(jobs)
    places = threading.Semaphore(workers)

    def work(index, job):
        with places:
            try:
                outcomes[index] = Outcome(True, value=job())
            except Exception as error:
                outcomes[index] = Outcome(False, error=error)

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
