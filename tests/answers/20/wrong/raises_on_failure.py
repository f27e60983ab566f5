# crash: a task that ends with another code than 0 makes run_all raise instead of giving the codes
from multiprocessing import Process


def run_all(tasks):
    processes = {name: Process(target=task) for name, task in tasks.items()}
    for process in processes.values():
        process.start()
    for process in processes.values():
        process.join()
    codes = {name: process.exitcode for name, process in processes.items()}
    failed = [name for name, code in codes.items() if code != 0]
    if failed:
        raise RuntimeError(f"tasks failed: {', '.join(failed)}")
    return codes
