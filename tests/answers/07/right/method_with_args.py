# right: Thread(target=self._run, args=(key, job), name=key), a dict of threads and one of names
import threading


class RollCall:
    def __init__(self):
        self._lock = threading.Lock()
        self._threads = []
        self._names = {}
        self._errors = []

    def start(self, jobs):
        with self._lock:
            for key, job in jobs.items():
                thread = threading.Thread(target=self._run, args=(key, job), name=key)
                self._threads.append(thread)
                thread.start()

    def _run(self, key, job):
        self._names[key] = threading.current_thread().name
        try:
            job()
        except Exception as error:
            self._errors.append(error)

    def present(self):
        return sorted(t.name for t in list(self._threads) if t.is_alive())

    def count(self):
        return len(self.present())

    def wait(self):
        with self._lock:
            threads = list(self._threads)
        for thread in threads:
            thread.join()
        if self._errors:
            raise self._errors[0]
        return dict(self._names)
