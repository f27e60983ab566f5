# wrong-result: start() only makes the threads, nobody is present until wait() starts them
import threading


class RollCall:
    def __init__(self):
        self._threads = []
        self._names = {}
        self._errors = []

    def start(self, jobs):
        for key, job in jobs.items():
            self._threads.append(
                threading.Thread(target=self._run, args=(key, job), name=key))

    def _run(self, key, job):
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
            if thread.ident is None:
                thread.start()
        for thread in self._threads:
            thread.join()
        if self._errors:
            raise self._errors[0]
        return dict(self._names)
