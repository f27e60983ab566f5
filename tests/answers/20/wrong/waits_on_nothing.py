# deadlock: with no tasks connection.wait is asked to wait for an empty list, for ever
from multiprocessing import Process
from multiprocessing.connection import wait


def run_all(tasks):
    waiting = {}
    codes = {}
    for name, task in tasks.items():
        process = Process(target=task)
        process.start()
        waiting[process.sentinel] = (name, process)
    while True:
        for sentinel in wait(list(waiting)):
            name, process = waiting.pop(sentinel)
            process.join()
            codes[name] = process.exitcode
        if not waiting:
            return codes
