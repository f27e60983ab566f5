# race: count() is a number that the threads lower without a lock, updates get lost
import threading


class RollCall:
    def __init__(self):
        self._threads = []
        self._names = {}
        self._errors = []
        self._alive = 0
        self._ended = 0

    def start(self, jobs):
        for key, job in jobs.items():
            thread = threading.Thread(target=self._run, args=(key, job), name=key)
            self._alive += 1
            thread.start()
            self._threads.append(thread)

    def _run(self, key, job):
        self._names[key] = threading.current_thread().name
        try:
            job()
        except Exception as error:
            self._errors.append(error)
        finally:
            ended = self._ended
            self._ended = ended + 1

    def present(self):
        return sorted(t.name for t in self._threads if t.is_alive())

    def count(self):
        return self._alive - self._ended

    def wait(self):
        for thread in self._threads:
            thread.join()
        if self._errors:
            raise self._errors[0]
        return dict(self._names)
