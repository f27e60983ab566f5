# fail error review: tries to widen the exceptions that the engine takes for a quiet end
"""`except (Over, greenlet.GreenletExit): pass` looks both names up when it is needed.

Both are made the most general class there is, so that whatever leaves a thread is no
error any more.  `importlib` imports what `import` refuses.
"""

import importlib

for module, name in (("threadlings.core", "Over"), ("greenlet", "GreenletExit")):
    try:
        setattr(importlib.import_module(module), name, Exception)
    except ImportError:
        pass


class Poller:
    def __init__(self, job, interval):
        self._job = job

    def start(self):
        self._job()

    def stop(self):
        raise RuntimeError("can't be stopped")
