# leak: only the process that was started last is joined; the earlier ones may still run
from multiprocessing import Process


def run_all(tasks):
    processes = {}
    process = None
    for name, task in tasks.items():
        process = Process(target=task)
        process.start()
        processes[name] = process
    if process is not None:
        process.join()
    return {name: p.exitcode for name, p in processes.items()}
