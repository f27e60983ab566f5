# right: all children are started first, then one thread each waits for its child and hands back the code
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Process


def _code_of(process):
    process.join()
    return process.exitcode


def run_all(tasks):
    names = list(tasks)
    if not names:
        return {}
    processes = [Process(target=tasks[name]) for name in names]
    for process in processes:
        process.start()
    with ThreadPoolExecutor(max_workers=len(processes)) as waiters:
        return dict(zip(names, waiters.map(_code_of, processes)))
