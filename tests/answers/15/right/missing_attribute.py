# right: __getattr__ is only asked while the attribute is missing; it makes it under the lock, after another look into the instance dict
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()

    def get(self):
        return self.value

    def __getattr__(self, name):
        if name != "value":
            raise AttributeError(name)
        with self._lock:
            if "value" not in self.__dict__:
                self.__dict__["value"] = self._factory()
            return self.__dict__["value"]
