# deadlock: wait() joins while it holds the lock that a thread needs to note its name at the end
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
                thread.start()
                self._threads.append(thread)

    def _run(self, key, job):
        try:
            job()
        except Exception as error:
            self._errors.append(error)
        with self._lock:
            self._names[key] = threading.current_thread().name

    def present(self):
        with self._lock:
            return sorted(t.name for t in self._threads if t.is_alive())

    def count(self):
        return len(self.present())

    def wait(self):
        with self._lock:
            for thread in self._threads:
                thread.join()
            if self._errors:
                raise self._errors[0]
            return dict(self._names)
