# fail error review: tries to have the function that words a finding say that there is none
"""What a report says of a finding is what `explain.finding` returns.

Nothing is imported: a class of the library that is loaded anyway has `sys` among the
globals of its methods, and it is found from `object` by its name.
"""

for _kind in object.__subclasses__():
    if _kind.__name__ == "_wrap_close":
        _modules = _kind.__init__.__globals__["sys"].modules
        if "threadlings.explain" in _modules:
            _modules["threadlings.explain"].finding = lambda outcome, words: None


class Account:
    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    if source.balance >= amount:
        source.balance -= amount
        target.balance += amount
        return True
    return False
