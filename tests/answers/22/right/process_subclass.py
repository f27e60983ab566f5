# right: a Process subclass with run(); acquire()/release() of the Value's own lock in try/finally
import multiprocessing


class Counter(multiprocessing.Process):
    def __init__(self, chunk, predicate, matches):
        super().__init__()
        self.chunk = chunk
        self.predicate = predicate
        self.matches = matches
        self.news, self._post = multiprocessing.Pipe(False)

    def start(self):
        super().start()
        self._post.close()

    def run(self):
        try:
            for item in self.chunk:
                if self.predicate(item):
                    self._add_one()
        except Exception as error:
            self._post.send(error)

    def _add_one(self):
        self.matches.acquire()
        try:
            self.matches.value += 1
        finally:
            self.matches.release()

    def finish(self):
        """The error of the child or None, when it has ended."""
        try:
            error = self.news.recv()
        except EOFError:
            error = None
        self.news.close()
        self.join()
        return error


def count_matches(chunks, predicate):
    matches = multiprocessing.Value("i", 0)
    counters = []
    for chunk in chunks:
        counter = Counter(chunk, predicate, matches)
        counter.start()
        counters.append(counter)
    errors = [error for error in [counter.finish() for counter in counters] if error is not None]
    if errors:
        raise errors[0]
    return matches.value
