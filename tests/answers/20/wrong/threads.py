# wrong-tool: threads in this process for processes
import threading
import traceback


class _Task(threading.Thread):
    def __init__(self, task):
        super().__init__()
        self.task = task
        self.exitcode = None

    def run(self):
        try:
            self.task()
        except SystemExit as stop:
            self.exitcode = stop.code or 0
        except Exception:
            traceback.print_exc()
            self.exitcode = 1
        else:
            self.exitcode = 0


def run_all(tasks):
    threads = {name: _Task(task) for name, task in tasks.items()}
    for thread in threads.values():
        thread.start()
    for thread in threads.values():
        thread.join()
    return {name: thread.exitcode for name, thread in threads.items()}
