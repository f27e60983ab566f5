# right: a module-level wrapper prints the traceback itself and exits with 1, as an uncaught exception would
import sys
import traceback
from multiprocessing import Process


def _guarded(name, task):
    try:
        task()
    except Exception:
        print(f"task {name!r} failed:", file=sys.stderr)
        traceback.print_exc()
        sys.exit(1)


def run_all(tasks):
    children = {}
    for name, task in tasks.items():
        children[name] = Process(target=_guarded, args=(name, task))
    for child in children.values():
        child.start()
    for child in children.values():
        child.join()
    return {name: child.exitcode for name, child in children.items()}
