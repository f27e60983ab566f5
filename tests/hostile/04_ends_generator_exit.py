# fail error: tries to end a test by `GeneratorExit`, which looks as if a generator was closed
"""Neither `Exception` nor `KeyboardInterrupt`: some code swallows it on purpose."""


class Ledger:
    def add(self, name, amount):
        raise GeneratorExit

    apply = add

    def balance(self, name):
        raise GeneratorExit

    total = balance
