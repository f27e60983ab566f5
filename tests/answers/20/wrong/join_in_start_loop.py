# serial: join inside the start loop, one process at a time
from multiprocessing import Process


def run_all(tasks):
    codes = {}
    for name, task in tasks.items():
        process = Process(target=task)
        process.start()
        process.join()
        codes[name] = process.exitcode
    return codes
