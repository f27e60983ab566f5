# race: key and job are handed to the thread through attributes of self that the next round overwrites
import threading


class RollCall:
    def __init__(self):
        self._threads = []
        self._names = {}
        self._errors = []

    def start(self, jobs):
        for self._key, self._job in jobs.items():
            thread = threading.Thread(target=self._run, name=self._key)
            thread.start()
            self._threads.append(thread)

    def _run(self):
        key, job = self._key, self._job
        self._names[key] = threading.current_thread().name
        try:
            job()
        except Exception as error:
            self._errors.append(error)

    def present(self):
        return sorted(t.name for t in self._threads if t.is_alive())

    def count(self):
        return len(self.present())

    def wait(self):
        for thread in self._threads:
            thread.join()
        if self._errors:
            raise self._errors[0]
        return dict(self._names)
