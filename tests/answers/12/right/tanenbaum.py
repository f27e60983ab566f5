# right: Tanenbaum's solution: states, one mutex, a private semaphore for each philosopher (and a chair, so that one sits at a seat)
import threading

THINKING, HUNGRY, EATING = range(3)


class Table:
    def __init__(self, seats: int):
        self.n = seats
        self.state = [THINKING] * seats
        self.mutex = threading.Semaphore(1)
        self.s = [threading.Semaphore(0) for _ in range(seats)]
        self.chair = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        with self.chair[seat]:
            self._take_forks(seat)
            try:
                return eat()
            finally:
                self._put_forks(seat)

    def _take_forks(self, i):
        self.mutex.acquire()
        self.state[i] = HUNGRY
        self._test(i)
        self.mutex.release()
        self.s[i].acquire()

    def _put_forks(self, i):
        self.mutex.acquire()
        self.state[i] = THINKING
        self._test((i - 1) % self.n)
        self._test((i + 1) % self.n)
        self.mutex.release()

    def _test(self, i):
        left, right = (i - 1) % self.n, (i + 1) % self.n
        if (self.state[i] == HUNGRY
                and self.state[left] != EATING
                and self.state[right] != EATING):
            self.state[i] = EATING
            self.s[i].release()
