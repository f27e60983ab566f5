# right: every thread counts in a cell of its own, a lock guards the list of cells, value adds them up
import threading


class Counter:
    def __init__(self):
        self._mine = threading.local()
        self._lock = threading.Lock()
        self._cells = []

    def _cell(self):
        try:
            return self._mine.cell
        except AttributeError:
            cell = [0]
            with self._lock:
                self._cells.append(cell)
            self._mine.cell = cell
            return cell

    def increment(self):
        cell = self._cell()
        cell[0] += 1

    @property
    def value(self):
        with self._lock:
            return sum(cell[0] for cell in self._cells)
