# crash: the module keeps the processes of the first call; the second call starts them again
from multiprocessing import Process

_children = []


def run_all(tasks):
    for name, task in tasks.items():
        _children.append((name, Process(target=task)))
    for _, process in _children:
        process.start()
    for _, process in _children:
        process.join()
    return {name: process.exitcode for name, process in _children}
