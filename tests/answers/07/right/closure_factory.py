# right: a factory function makes the thread's body, so that each closure has its own key and job
from threading import Lock, Thread, current_thread


def make_body(key, job, names, errors):
    def body():
        names[key] = current_thread().name
        try:
            return job()
        except Exception as error:
            errors[key] = error
    return body


class RollCall:
    def __init__(self):
        self._lock = Lock()
        self._threads = ()
        self._names = {}
        self._errors = {}

    def start(self, jobs):
        with self._lock:
            threads = [
                Thread(name=key, target=make_body(key, job, self._names, self._errors))
                for key, job in jobs.items()
            ]
            self._threads += tuple(threads)         # a new tuple, readers need no lock
            for thread in threads:
                thread.start()

    def present(self):
        return sorted(thread.name for thread in self._threads if thread.is_alive())

    def count(self):
        return len([thread for thread in self._threads if thread.is_alive()])

    def wait(self):
        with self._lock:
            threads = self._threads
        for thread in threads:
            thread.join()
        for thread in threads:
            if thread.name in self._errors:
                raise self._errors[thread.name]
        return {thread.name: self._names[thread.name] for thread in threads}
