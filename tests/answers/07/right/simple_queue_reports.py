# right: every thread reports (key, name, error) through a SimpleQueue, wait() empties it after the joins
import queue
import threading


class RollCall:
    def __init__(self):
        self._threads = []
        self._reports = queue.SimpleQueue()
        self._seen = {}
        self._errors = []
        self._collect = threading.Lock()

    @staticmethod
    def _body(key, job, reports):
        error = None
        try:
            job()
        except Exception as exc:
            error = exc
        reports.put((key, threading.current_thread().name, error))

    def start(self, jobs):
        threads = [threading.Thread(target=self._body, args=(key, job, self._reports), name=key)
                   for key, job in jobs.items()]
        with self._collect:
            self._threads = self._threads + threads
            for thread in threads:
                thread.start()

    def present(self):
        return sorted(t.name for t in self._threads if t.is_alive())

    def count(self):
        return sum(1 for t in self._threads if t.is_alive())

    def wait(self):
        with self._collect:
            threads = self._threads
        for t in threads:
            t.join()
        with self._collect:
            while not self._reports.empty():
                key, name, error = self._reports.get()
                self._seen[key] = name
                if error is not None:
                    self._errors.append(error)
            if self._errors:
                raise self._errors[0]
            return dict(self._seen)
