# right: the Condition is acquired and released by hand, the newest item is kept at the left end
import threading
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        self._max = capacity
        self._data = deque()
        self._cv = threading.Condition()

    def put(self, item):
        self._cv.acquire()
        try:
            while len(self._data) >= self._max:
                self._cv.wait()
            self._data.appendleft(item)
            self._cv.notify_all()
        finally:
            self._cv.release()

    def get(self):
        self._cv.acquire()
        try:
            while len(self._data) == 0:
                self._cv.wait()
            result = self._data.pop()
            self._cv.notify_all()
            return result
        finally:
            self._cv.release()

    def __len__(self):
        self._cv.acquire()
        try:
            return len(self._data)
        finally:
            self._cv.release()
