# crash: the target is a nested function, which cannot be pickled under spawn
from multiprocessing import Process


def run_all(tasks):
    def call(name):
        tasks[name]()

    processes = {name: Process(target=call, args=(name,)) for name in tasks}
    for process in processes.values():
        process.start()
    for process in processes.values():
        process.join()
    return {name: process.exitcode for name, process in processes.items()}
