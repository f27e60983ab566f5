# wrong-result: the list of threads is an iterator that the first present() uses up, the next call sees nobody (wait() joins nobody)
import threading


class RollCall:
    def __init__(self):
        self._threads = iter(())
        self._names = {}
        self._errors = []

    def start(self, jobs):
        threads = [threading.Thread(target=self._run, args=item, name=item[0])
                   for item in jobs.items()]
        for thread in threads:
            thread.start()
        self._threads = filter(threading.Thread.is_alive, threads)

    def _run(self, key, job):
        self._names[key] = threading.current_thread().name
        try:
            job()
        except Exception as error:
            self._errors.append(error)

    def present(self):
        return sorted(t.name for t in self._threads)

    def count(self):
        return len(self.present())

    def wait(self):
        for thread in self._threads:
            thread.join()
        if self._errors:
            raise self._errors[0]
        return dict(self._names)
