# right: the monitor with states and one condition per seat on a common lock; the neighbours are woken at the end
import enum
import threading


class State(enum.Enum):
    THINKING = 0
    EATING = 1


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.lock = threading.Lock()
        self.state = [State.THINKING] * seats
        self.turn = [threading.Condition(self.lock) for _ in range(seats)]

    def _near(self, seat):
        """The seats that share a fork with this one, itself included."""
        return {(seat - 1) % self.seats, seat, (seat + 1) % self.seats}

    def _may_eat(self, seat):
        return all(self.state[s] is not State.EATING for s in self._near(seat))

    def dine(self, seat, eat):
        with self.lock:
            while not self._may_eat(seat):
                self.turn[seat].wait()
            self.state[seat] = State.EATING
        try:
            return eat()
        finally:
            with self.lock:
                self.state[seat] = State.THINKING
                for s in self._near(seat):
                    self.turn[s].notify_all()
