# fail error: tries to import the whole standard library, and what its modules do at import
"""Some modules open windows, browsers or games when they are imported."""

import importlib
import sys

for _name in sorted(sys.stdlib_module_names):
    try:
        importlib.import_module(_name)
    except BaseException:
        pass


class ThreadPool:
    def __init__(self, workers):
        pass

    def submit(self, func, *args):
        return func(*args)

    def shutdown(self, wait=True, cancel_futures=False):
        pass
