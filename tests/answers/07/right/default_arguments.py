# right: lambda with default arguments binds key and job early; the names are collected under a lock
import threading


class RollCall:
    def __init__(self):
        self.lock = threading.Lock()
        self.threads = {}
        self.ran_under = {}
        self.failed = {}

    def start(self, jobs):
        for key, job in jobs.items():
            t = threading.Thread(target=lambda key=key, job=job: self.attend(key, job))
            t.name = key
            with self.lock:
                self.threads[key] = t
                t.start()

    def attend(self, key, job):
        try:
            job()
        except Exception as exc:
            with self.lock:
                self.failed[key] = exc
        finally:
            with self.lock:
                self.ran_under[key] = threading.current_thread().name

    def present(self):
        with self.lock:
            alive = [t.name for t in self.threads.values() if t.is_alive()]
        alive.sort()
        return alive

    def count(self):
        with self.lock:
            return sum(t.is_alive() for t in self.threads.values())

    def wait(self):
        with self.lock:
            waiting = list(self.threads.values())
        for t in waiting:
            t.join()
        with self.lock:
            for key in self.threads:
                if key in self.failed:
                    raise self.failed[key]
            return dict(self.ran_under)
