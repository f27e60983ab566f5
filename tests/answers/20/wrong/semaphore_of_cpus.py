# serial: a Semaphore(2) in the children lets only two tasks run at once, though all must be under way together
import multiprocessing


def _limited(slots, task):
    with slots:
        task()


def run_all(tasks):
    slots = multiprocessing.Semaphore(2)
    processes = {}
    for name, task in tasks.items():
        processes[name] = multiprocessing.Process(target=_limited, args=(slots, task))
        processes[name].start()
    for process in processes.values():
        process.join()
    return {name: process.exitcode for name, process in processes.items()}
