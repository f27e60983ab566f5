# wrong-result: a mutable default keeps the codes of earlier calls in the answer
from multiprocessing import Process


def run_all(tasks, codes={}):
    processes = {name: Process(target=task) for name, task in tasks.items()}
    for process in processes.values():
        process.start()
    for name, process in processes.items():
        process.join()
        codes[name] = process.exitcode
    return codes
