# race: functools.lru_cache is taken for a lock; callers who come while the factory runs run it too
import functools


class Lazy:
    def __init__(self, factory):
        self._cached = functools.lru_cache(maxsize=1)(lambda: factory())

    def get(self):
        return self._cached()
