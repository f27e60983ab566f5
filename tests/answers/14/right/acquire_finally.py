# right: acquire / try / finally, itertools.count for the places, generation token object()
import itertools
import threading


class CyclicBarrier:

    def __init__(self, parties):
        assert parties > 0
        self.parties = parties
        self.condition = threading.Condition()
        self._new_round()

    def _new_round(self):
        self.places = itertools.count()
        self.token = object()

    def wait(self):
        self.condition.acquire()
        try:
            token = self.token
            place = next(self.places)
            if place == self.parties - 1:
                self._new_round()
                self.condition.notify_all()
                return place
            while token is self.token:
                self.condition.wait()
            return place
        finally:
            self.condition.release()
