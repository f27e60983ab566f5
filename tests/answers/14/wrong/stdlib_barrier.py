# wrong-tool: hands the whole work to threading.Barrier instead of building on Condition
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self._barrier = threading.Barrier(parties)

    def wait(self) -> int:
        return self._barrier.wait()
