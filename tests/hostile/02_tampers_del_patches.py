# fail error review: tries to patch the engine from a `__del__`, outside of any call of the submission
"""An object in a cycle dies when the collector comes, in the middle of the engine.

Whatever guards the submission's own calls is not there then.
"""

import gc
import sys


class Grave:
    def __init__(self):
        self.me = self

    def __del__(self):
        trial = sys.modules.get("threadlings.trial")
        if trial is not None:
            trial.Trial._cause = lambda self, told, found, attempt: None
            trial.Attempt._failure = lambda self, runs: None
            trial.Trial.search = lambda self: trial.Outcome(trial.Coverage("complete", 5, 5))


Grave()
gc.set_threshold(1)


class Counter:
    def __init__(self):
        self._n = 0
        gc.collect()

    @property
    def value(self):
        return self._n

    def increment(self):
        self._n += 1
