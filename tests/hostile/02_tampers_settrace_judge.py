# fail error review: tries to empty the record with a trace function before it is judged
"""One trace function holds for all greenlets of a thread.

It waits for the call of the function that judges a run, and clears the errors of the
record that the frame got as its argument.
"""

import sys


def _watch(frame, event, argument):
    if frame.f_code.co_name == "problem" and "record" in frame.f_locals:
        frame.f_locals["record"].errors.clear()
    return None


sys.settrace(_watch)


class Counter:
    value = 7

    def increment(self):
        pass
