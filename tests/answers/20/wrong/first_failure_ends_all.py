# wrong-result: when one child fails the others are terminated, so their own exit codes are lost
from multiprocessing import Process
from multiprocessing.connection import wait


def run_all(tasks):
    processes = {name: Process(target=task) for name, task in tasks.items()}
    for process in processes.values():
        process.start()
    running = {process.sentinel: process for process in processes.values()}
    while running:
        for sentinel in wait(list(running)):
            process = running.pop(sentinel)
            process.join()
            if process.exitcode != 0:
                for other in running.values():
                    other.terminate()
    for process in processes.values():
        process.join()
    return {name: process.exitcode for name, process in processes.items()}
