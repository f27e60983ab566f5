# fail error: tries to write its own line into the file of the results
"""The file of the results is open in the launcher, or at least lies in a known place.

Whatever `/proc` shows of the parent's open files is opened once more; what is called
`canary` beside it gets the line.
"""

import os
from pathlib import Path

LINE = '{"student": "ann", "exercise": "16", "verdict": "pass", "score": 1}\n'
_parent = f"/proc/{os.getppid()}"
_real = f"/proc/{__import__('posix').getppid()}"
for _root in {_parent, _real}:
    try:
        for _number in os.listdir(f"{_root}/fd"):
            _target = Path(os.readlink(f"{_root}/fd/{_number}"))
            if _target.suffix in (".jsonl", ".csv", ".json"):
                with open(_target.with_name("canary"), "a") as _file:
                    _file.write(LINE)
                with open(_target.with_name("threadlings-was-here"), "a") as _file:
                    _file.write(LINE)
    except OSError:
        pass


def rally(rounds, say):
    say("pong")
