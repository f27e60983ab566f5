# right: writers queue at a Lock of their own, after they have announced themselves to the readers
import threading
from contextlib import ExitStack, contextmanager


class ReadWriteLock:
    """Readers come in while no writer wants to; a writer waits for the writers lock, then for the last reader."""

    def __init__(self):
        self._writers_lock = threading.Lock()
        self._changed = threading.Condition()
        self._wanting = 0
        self._readers = 0

    @contextmanager
    def _counted(self, name, ready):
        with self._changed:
            self._changed.wait_for(ready)
            setattr(self, name, getattr(self, name) + 1)
        try:
            yield
        finally:
            with self._changed:
                setattr(self, name, getattr(self, name) - 1)
                self._changed.notify_all()

    def reading(self):
        return self._counted("_readers", lambda: self._wanting == 0)

    @contextmanager
    def writing(self):
        with ExitStack() as stack:
            stack.enter_context(self._counted("_wanting", lambda: True))
            stack.enter_context(self._writers_lock)
            with self._changed:
                self._changed.wait_for(lambda: self._readers == 0)
            yield
