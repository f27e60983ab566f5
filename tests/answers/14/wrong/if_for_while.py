# race: `if` for `while`, everybody's arrival notifies - an early waiter goes on before all are there (3 parties or more)
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.count = 0
        self.generation = 0
        self.cond = threading.Condition()

    def wait(self) -> int:
        with self.cond:
            generation = self.generation
            index = self.count
            self.count += 1
            if self.count == self.parties:
                self.count = 0
                self.generation += 1
            self.cond.notify_all()
            if generation == self.generation:
                self.cond.wait()
            return index
