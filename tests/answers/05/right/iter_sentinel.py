# right: for _ in iter(partial(event.wait, interval), True), everything in closures made by __init__
import functools
import threading


class Poller:
    def __init__(self, job, interval):
        end = threading.Event()
        started = []

        def loop():
            for _ in iter(functools.partial(end.wait, interval), True):
                job()

        def start():
            if not started:
                thread = threading.Thread(target=loop)
                started.append(thread)
                thread.start()

        def stop():
            if started:
                end.set()
                for thread in started:
                    thread.join()

        self.start = start
        self.stop = stop
