# deadlock: a thread whose job raises never reports itself done, wait() waits for its report for ever
import threading


class RollCall:
    def __init__(self):
        self._threads = []
        self._names = {}
        self._errors = []
        self._done = threading.Semaphore(0)

    def start(self, jobs):
        for key, job in jobs.items():
            thread = threading.Thread(target=self._run, args=(key, job), name=key)
            thread.start()
            self._threads.append(thread)

    def _run(self, key, job):
        self._names[key] = threading.current_thread().name
        try:
            job()
            self._done.release()
        except Exception as error:
            self._errors.append(error)

    def present(self):
        return sorted(t.name for t in self._threads if t.is_alive())

    def count(self):
        return len(self.present())

    def wait(self):
        for _ in self._threads:
            self._done.acquire()
        for thread in self._threads:
            thread.join()
        for _ in self._threads:         # for the next wait()
            self._done.release()
        if self._errors:
            raise self._errors[0]
        return dict(self._names)
