# fail error: tries to leave with exit code 0 before anything is judged, by the real `_exit`
"""A grader that asks only for the exit code of a process would be content.

`os._exit` may be a stand-in; `posix._exit` is the system's.
"""

import posix


class Counter:
    value = 0

    def increment(self):
        posix._exit(0)
