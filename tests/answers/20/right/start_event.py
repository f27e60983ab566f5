# right: the children wait for an Event that the parent sets once all of them are started
import multiprocessing


def _begin(gate, task):
    gate.wait()
    task()


def run_all(tasks):
    gate = multiprocessing.Event()
    processes = {}
    try:
        for name, task in tasks.items():
            processes[name] = multiprocessing.Process(target=_begin, args=(gate, task))
            processes[name].start()
    finally:
        gate.set()
    for process in reversed(list(processes.values())):
        process.join()
    return {name: processes[name].exitcode for name in processes}
