# wrong-result: gives each thread the place it had in the first round for ever - wrong as soon as they come in another order
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.cond = threading.Condition()
        self.places = {}
        self.count = 0
        self.generation = 0

    def wait(self) -> int:
        me = threading.get_ident()
        with self.cond:
            generation = self.generation
            place = self.places.setdefault(me, len(self.places))
            self.count += 1
            if self.count == self.parties:
                self.count = 0
                self.generation += 1
                self.cond.notify_all()
            else:
                while generation == self.generation:
                    self.cond.wait()
            return place
