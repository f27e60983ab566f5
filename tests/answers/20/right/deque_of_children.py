# right: a deque, children joined from the last started to the first; result rebuilt in the order of the tasks
from collections import deque
from multiprocessing import get_context


def run_all(tasks):
    Process = get_context().Process
    children = deque()
    for name, task in tasks.items():
        child = Process(name=name, target=task, daemon=False)
        child.start()
        children.append((name, child))
    codes = {}
    while children:
        name, child = children.pop()
        child.join()
        codes[name] = child.exitcode
    return {name: codes[name] for name in tasks}
