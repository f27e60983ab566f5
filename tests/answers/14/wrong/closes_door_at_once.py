# deadlock: the last one opens the door, notifies and closes it again before anybody has woken
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.cond = threading.Condition()
        self.count = 0
        self.open = False

    def wait(self) -> int:
        with self.cond:
            index = self.count
            self.count += 1
            if self.count == self.parties:
                self.open = True
                self.cond.notify_all()
                self.count = 0
                self.open = False
            else:
                while not self.open:
                    self.cond.wait()
            return index
