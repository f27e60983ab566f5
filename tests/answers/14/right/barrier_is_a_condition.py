# right: CyclicBarrier is a subclass of Condition; its own wait() uses the wait() of the parent
import threading


class CyclicBarrier(threading.Condition):
    def __init__(self, parties):
        super().__init__(threading.Lock())
        self.parties = parties
        self.here = []
        self.lap = 0

    def wait(self):
        with self:
            lap = self.lap
            place = len(self.here)
            self.here.append(threading.current_thread())
            if len(self.here) == self.parties:
                self.here.clear()
                self.lap += 1
                self.notify_all()
            while lap == self.lap:
                super().wait()
            return place
