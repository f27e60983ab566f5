# right: a slotted dataclass for each job, the name carried in a threading.local subclass that every thread fills for itself
import threading
from dataclasses import dataclass, field
from operator import attrgetter, methodcaller


class WhoAmI(threading.local):
    def __init__(self):                      # runs once in each thread that looks
        self.name = threading.current_thread().name


who_am_i = WhoAmI()


@dataclass(slots=True)
class Entry:
    key: str
    job: object
    thread: threading.Thread = field(init=False)
    seen_as: str = ""
    error: Exception = None

    def __post_init__(self):
        self.thread = threading.Thread(target=self)
        self.thread.name = self.key

    def __call__(self):
        self.seen_as = who_am_i.name
        try:
            self.job()
        except Exception as error:
            self.error = error


class RollCall:
    def __init__(self):
        self.entries = []

    def start(self, jobs):
        entries = [Entry(*pair) for pair in jobs.items()]
        for thread in map(attrgetter("thread"), entries):
            thread.start()
        self.entries += entries

    def _here(self):
        return list(filter(methodcaller("is_alive"), map(attrgetter("thread"), self.entries)))

    def present(self):
        return sorted(map(attrgetter("name"), self._here()))

    def count(self):
        return len(self._here())

    def wait(self):
        names, errors = {}, []
        for entry in list(self.entries):
            entry.thread.join()
            names[entry.key] = entry.seen_as
            errors.append(entry.error)
        for error in filter(None, errors):
            raise error
        return names
