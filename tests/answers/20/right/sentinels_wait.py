# right: connection.wait on the sentinels, each child joined when it is known to have ended
import multiprocessing as mp
from multiprocessing.connection import wait


def run_all(tasks):
    by_sentinel = {}
    for name, task in tasks.items():
        process = mp.Process(target=task)
        process.start()
        by_sentinel[process.sentinel] = (name, process)

    codes = dict.fromkeys(tasks)
    while by_sentinel:
        for sentinel in wait(list(by_sentinel)):
            name, process = by_sentinel.pop(sentinel)
            process.join()
            codes[name] = process.exitcode
    return codes
