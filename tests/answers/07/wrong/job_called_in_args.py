# wrong-tool: args=(key, job()) calls the job on the caller's thread, the new thread only notes its name
import threading


class RollCall:
    def __init__(self):
        self._threads = []
        self._names = {}

    def start(self, jobs):
        for key, job in jobs.items():
            thread = threading.Thread(target=self._run, args=(key, job()), name=key)
            thread.start()
            self._threads.append(thread)

    def _run(self, key, result):
        self._names[key] = threading.current_thread().name

    def present(self):
        return sorted(t.name for t in self._threads if t.is_alive())

    def count(self):
        return len(self.present())

    def wait(self):
        for thread in self._threads:
            thread.join()
        return dict(self._names)
