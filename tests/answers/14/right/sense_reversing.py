# right: sense-reversing barrier, a bool that flips each round (enough for as many threads as parties)
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.missing = parties
        self.sense = False
        self.cond = threading.Condition()

    def wait(self) -> int:
        with self.cond:
            # The sense cannot flip twice while I sleep: the next flip needs me.
            my_sense = not self.sense
            place = self.parties - self.missing
            self.missing -= 1
            if self.missing == 0:
                self.missing = self.parties
                self.sense = my_sense
                self.cond.notify_all()
            while self.sense != my_sense:
                self.cond.wait()
            return place
