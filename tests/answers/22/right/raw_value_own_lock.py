# right: a Value without a lock and one Lock made in the parent that is passed to all the children
import multiprocessing as mp


class _Tally:
    """A shared number; may be passed to a child process when that is started."""

    def __init__(self, context):
        self._number = context.Value("l", 0, lock=False)
        self._lock = context.Lock()

    def increment(self):
        self._lock.acquire()
        try:
            self._number.value = self._number.value + 1
        finally:
            self._lock.release()

    @property
    def number(self):
        with self._lock:
            return self._number.value


def _scan(chunk, predicate, tally, connection):
    answer = None
    for item in chunk:
        try:
            hit = predicate(item)
        except Exception as error:
            answer = error
            break
        if hit:
            tally.increment()
    connection.send(answer)


def count_matches(chunks, predicate):
    context = mp.get_context()
    tally = _Tally(context)
    ends, processes = [], []
    for chunk in chunks:
        mine, theirs = context.Pipe()
        process = context.Process(target=_scan, args=(chunk, predicate, tally, theirs))
        process.start()
        theirs.close()
        ends.append(mine)
        processes.append(process)
    problems = []
    for end in ends:
        try:
            problems.append(end.recv())
        except EOFError:
            problems.append(ChildProcessError("a child died"))
        end.close()
    for process in processes:
        process.join()
    for problem in problems:
        if problem is not None:
            raise problem
    return tally.number
