# race: codes are collected in the order of ending and zipped with the names in the order of the tasks
from multiprocessing import Process
from multiprocessing.connection import wait


def run_all(tasks):
    running = {}
    for task in tasks.values():
        process = Process(target=task)
        process.start()
        running[process.sentinel] = process
    codes = []
    while running:
        for sentinel in wait(list(running)):
            process = running.pop(sentinel)
            process.join()
            codes.append(process.exitcode)
    return dict(zip(tasks, codes))
