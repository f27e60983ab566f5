# endless: an ended child's sentinel stays in the list, so wait() returns at once and the loop spins until the last one ends
from multiprocessing import Process
from multiprocessing.connection import wait


def run_all(tasks):
    processes = {name: Process(target=task) for name, task in tasks.items()}
    for process in processes.values():
        process.start()
    sentinels = [process.sentinel for process in processes.values()]
    ended = []
    while sentinels and len(ended) != len(sentinels):
        ended = []
        for sentinel in wait(sentinels):
            ended.append(sentinel)
    for process in processes.values():
        process.join()
    return {name: process.exitcode for name, process in processes.items()}
