# right: the number itself is the only token in a queue, who has taken it out is alone with it
import queue


class Counter:
    def __init__(self):
        self._cell = queue.Queue(maxsize=1)
        self._cell.put(0)

    def increment(self):
        number = self._cell.get()
        self._cell.put(number + 1)

    @property
    def value(self):
        number = self._cell.get()
        self._cell.put(number)
        return number
