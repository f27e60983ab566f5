# fail error review: tries to write a closure's cell by hand
"""Closure variables are watched where the source binds them.

`cell_contents` is an attribute of a built-in object that keeps no names: it is neither
data of an instance nor a container.
"""


class Counter:
    def __init__(self):
        number = 0
        self._cell = (lambda: number).__closure__[0]

    @property
    def value(self):
        return self._cell.cell_contents

    def increment(self):
        seen = self._cell.cell_contents
        self._cell.cell_contents = seen + 1
