# right: strict first come first served with ticket numbers, a reader calls the next number as soon as it is in
import itertools
from contextlib import contextmanager
from threading import Condition


class ReadWriteLock:
    def __init__(self):
        self.cond = Condition()
        self.tickets = itertools.count()
        self.serving = 0
        self.inside = 0

    @contextmanager
    def reading(self):
        with self.cond:
            mine = next(self.tickets)
            self.cond.wait_for(lambda: self.serving == mine)
            self.inside += 1
            self.serving += 1
            self.cond.notify_all()
        try:
            yield self
        finally:
            with self.cond:
                self.inside -= 1
                self.cond.notify_all()

    @contextmanager
    def writing(self):
        with self.cond:
            mine = next(self.tickets)
            self.cond.wait_for(lambda: self.serving == mine and self.inside == 0)
        try:
            yield self
        finally:
            with self.cond:
                self.serving += 1
                self.cond.notify_all()
