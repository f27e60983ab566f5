# fail error review: tries to use the worker's own file object and ids, taken from its frames
"""`job` and `out` are variables of the function that has called all this.

The forged lines have the right id and go through the right file; those that come after
them are written to a file that nobody reads.
"""

import io
import sys

COVERED = {"kind": "complete", "runs": 2, "traces": 2, "preemptions": 0}
COVERED["sentence"] = "Proved: all 2 distinct orderings."


def _variables():
    for frame in sys._current_frames().values():
        while frame is not None:
            yield frame.f_locals
            frame = frame.f_back
    import gc

    for thing in gc.get_objects():
        if hasattr(thing, "gi_frame") and thing.gi_frame is not None:
            yield thing.gi_frame.f_locals
        if type(thing).__name__ == "greenlet" and thing.gr_frame is not None:
            frame = thing.gr_frame
            while frame is not None:
                yield frame.f_locals
                frame = frame.f_back


_found = {}
for _names in _variables():
    for _key in ("job", "out", "tests", "name"):
        if _key in _names:
            _found.setdefault(_key, _names[_key])
if isinstance(_found.get("job"), dict) and hasattr(_found.get("out"), "write"):
    import json

    _names = list(_found.get("tests") or [])
    for _name in _names[_names.index(_found.get("name", _names[0])) :]:
        _line = {"test": _name, "promise": "", "finding": None, "output": ""}
        _id = {"job": _found["job"]["id"]}
        _found["out"].write(json.dumps(_id | {"begin": _name}) + "\n")
        _found["out"].write(json.dumps(_id | _line | {"coverage": COVERED}) + "\n")
    _found["out"].write(json.dumps(_id | {"end": len(_names)}) + "\n")
    _found["out"].flush()
    import posix

    posix._exit(0)


def run(jobs, workers):
    return []
