# wrong-result: what a job raises is swallowed in its thread, wait() returns as if all had gone well
import threading


class RollCall:
    def __init__(self):
        self._threads = []
        self._names = {}

    def start(self, jobs):
        for key, job in jobs.items():
            thread = threading.Thread(target=self._run, args=(key, job), name=key)
            thread.start()
            self._threads.append(thread)

    def _run(self, key, job):
        self._names[key] = threading.current_thread().name
        try:
            job()
        except Exception:
            pass

    def present(self):
        return sorted(t.name for t in self._threads if t.is_alive())

    def count(self):
        return len(self.present())

    def wait(self):
        for thread in self._threads:
            thread.join()
        return dict(self._names)
