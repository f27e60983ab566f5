# right: an ExitStack collects the joins; one-element boxes carry the name and the error out of each thread
import threading
from contextlib import ExitStack


class RollCall:
    def __init__(self):
        self._crew = []                 # (key, thread, box)
        self._starting = threading.Lock()

    def start(self, jobs):
        def member(key, job):
            box = {}

            def body():
                box["name"] = threading.current_thread().name
                try:
                    job()
                except Exception as error:
                    box["error"] = error

            return key, threading.Thread(None, body, key), box

        crew = [member(*item) for item in jobs.items()]
        with self._starting:
            self._crew.extend(crew)
            for _, thread, _ in crew:
                thread.start()

    def present(self):
        names = []
        for _, thread, _ in self._crew:
            if thread.is_alive():
                names.append(thread.name)
        return sorted(names)

    def count(self):
        n = 0
        for _, thread, _ in self._crew:
            n += thread.is_alive()
        return n

    def wait(self):
        with self._starting:
            crew = self._crew[:]
        with ExitStack() as stack:
            for _, thread, _ in crew:
                stack.callback(thread.join)
        for _, _, box in crew:
            if "error" in box:
                raise box["error"]
        return {key: box["name"] for key, _, box in crew}
