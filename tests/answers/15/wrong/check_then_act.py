# race: no lock at all, two callers can both find it empty and both run the factory
class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._done = False
        self._value = None

    def get(self):
        if not self._done:
            self._value = self._factory()
            self._done = True
        return self._value
