# wrong-result: gives only 0 or 1, the real exit code is lost
from multiprocessing import Process


def run_all(tasks):
    processes = [(name, Process(target=task)) for name, task in tasks.items()]
    for _, process in processes:
        process.start()
    for _, process in processes:
        process.join()
    return {name: int(process.exitcode != 0) for name, process in processes}
