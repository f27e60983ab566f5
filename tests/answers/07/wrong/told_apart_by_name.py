# wrong-result: its own threads are told by their names, somebody else's thread of the same name is listed too
import threading


class RollCall:
    def __init__(self):
        self._threads = {}
        self._names = {}
        self._errors = []

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
            self._errors.append(error)

    def present(self):
        return sorted(t.name for t in threading.enumerate() if t.name in self._threads)

    def count(self):
        return len(self.present())

    def wait(self):
        for thread in list(self._threads.values()):
            thread.join()
        if self._errors:
            raise self._errors[0]
        return dict(self._names)
