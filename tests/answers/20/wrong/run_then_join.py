# crash: run() for start(): the tasks run in the calling process and join() of what was never started raises AssertionError
from multiprocessing import Process


def run_all(tasks):
    children = []
    for name, task in tasks.items():
        child = Process(target=task, name=name)
        child.run()
        children.append(child)
    for child in children:
        child.join()
    return {child.name: child.exitcode for child in children}
