# wrong-result: present() lists everybody who was ever started, also those who have ended
import threading


class RollCall:
    def __init__(self):
        self._threads = []
        self._names = {}
        self._errors = []

    def start(self, jobs):
        for key, job in jobs.items():
            thread = threading.Thread(target=self._run, args=(key, job), name=key)
            thread.start()
            self._threads.append(thread)

    def _run(self, key, job):
        self._names[key] = threading.current_thread().name
        try:
            job()
        except Exception as error:
            self._errors.append(error)

    def present(self):
        return sorted(t.name for t in self._threads)

    def count(self):
        return sum(t.is_alive() for t in self._threads)

    def wait(self):
        for thread in self._threads:
            thread.join()
        if self._errors:
            raise self._errors[0]
        return dict(self._names)
