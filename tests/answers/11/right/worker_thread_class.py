# right: Thread subclass Worker asks a Condition-guarded dispatcher for work; result box objects in order of taking
import queue
import threading


class _Ticket:
    __slots__ = ("key", "job", "result", "open")

    def __init__(self, key, job):
        self.key = key
        self.job = job
        self.result = None
        self.open = True

    def __lt__(self, other):
        return self.key < other.key


class _Worker(threading.Thread):
    def __init__(self, boss, log):
        super().__init__()
        self._boss = boss
        self._log = log

    def run(self):
        ticket = self._boss._next(self._log)
        while ticket:
            try:
                ticket.result = ticket.job()
            except Exception as exc:
                ticket.result = exc
            ticket = self._boss._next(self._log)


class Dispatcher:
    def __init__(self, workers):
        self._workers = int(workers)
        self._mutex = threading.Condition()
        self._line = queue.PriorityQueue()
        self._undo = queue.LifoQueue()
        self._clock = 0

    def submit(self, priority, job):
        with self._mutex:
            ticket = _Ticket((priority, self._clock), job)
            self._clock += 1
            for q in (self._line, self._undo):
                q.put(ticket)

    def undo(self):
        ticket = self._pop(self._undo)
        return None if ticket is None else ticket.job

    def _next(self, log):
        return self._pop(self._line, log)

    def _pop(self, source, log=None):
        """Close and return the first open ticket of a queue (None when there is none)."""
        with self._mutex:
            while True:
                try:
                    ticket = source.get(False)
                except queue.Empty:
                    return None
                if ticket.open:
                    ticket.open = False
                    if log is not None:
                        log.append(ticket)
                    return ticket

    def run(self):
        log = []
        workers = [_Worker(self, log) for _ in range(self._workers)]
        for w in workers:
            w.start()
        for w in workers:
            w.join()
        return [t.result for t in log]
