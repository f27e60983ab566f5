# crash: keeps what start() returns (None) and joins that
from multiprocessing import Process


def run_all(tasks):
    processes = {}
    for name, task in tasks.items():
        processes[name] = Process(target=task).start()
    codes = {}
    for name, process in processes.items():
        process.join()
        codes[name] = process.exitcode
    return codes
