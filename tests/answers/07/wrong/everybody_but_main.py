# wrong-result: present() lists all threads of the process but the main one
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
        main = threading.main_thread()
        return sorted(t.name for t in threading.enumerate() if t is not main)

    def count(self):
        return sum(t.is_alive() for t in self._threads)

    def wait(self):
        for thread in self._threads:
            thread.join()
        if self._errors:
            raise self._errors[0]
        return dict(self._names)
