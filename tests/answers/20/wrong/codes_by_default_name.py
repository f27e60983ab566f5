# wrong-result: the keys are the default process names (Process-1, ...) and not those of the tasks
from multiprocessing import Process


def run_all(tasks):
    processes = [Process(target=task) for task in tasks.values()]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return {process.name: process.exitcode for process in processes}
