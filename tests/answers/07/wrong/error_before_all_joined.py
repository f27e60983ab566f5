# leak: wait() raises a job's error as soon as it meets it, the threads after that one are not waited for
import threading


class RollCall:
    def __init__(self):
        self._threads = {}
        self._names = {}
        self._errors = {}

    def start(self, jobs):
        for key, job in jobs.items():
            thread = threading.Thread(target=self._run, args=(key, job), name=key)
            thread.start()
            self._threads[key] = thread

    def _run(self, key, job):
        self._names[key] = threading.current_thread().name
        try:
            job()
        except Exception as error:
            self._errors[key] = error

    def present(self):
        return sorted(t.name for t in list(self._threads.values()) if t.is_alive())

    def count(self):
        return len(self.present())

    def wait(self):
        for key, thread in self._threads.items():
            thread.join()
            if key in self._errors:
                raise self._errors[key]
        return dict(self._names)
