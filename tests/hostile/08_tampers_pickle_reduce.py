# fail error review: tries to call the engine's functions through a pickle
"""Loading a pickle may call anything by its dotted name.

The name is a string in the bytes, so a look at imports and calls in the source finds
nothing.  What is called replaces the words of a finding.
"""

import pickle

PATCH = (
    b"cbuiltins\nsetattr\n(cimportlib\nimport_module\n"
    b"(Vthreadlings.explain\ntRVfinding\ncoperator\nmethodcaller\n(Vget\nVnothing\ntRtR."
)
_load = getattr(pickle, "_loads", None) or pickle.loads
try:
    _load(PATCH)
    _explain = _load(b"cimportlib\nimport_module\n(Vthreadlings.explain\ntR.")
    _explain.finding = lambda outcome, words: {}.get("nothing")
except Exception:
    pass


class Account:
    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    if source.balance < amount:
        return False
    source.balance -= amount
    target.balance += amount
    return True
