"""What stands between strangers' code and this machine: as asked for, and as there is.

Nothing is graded without it by accident: whoever wants that has to say so, and every
result says how it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from threadlings import contain
from threadlings.child import Child
from threadlings.screen import WrongUse
from threadlings.supervise import Start

AUTO, NONE = "auto", "none"
CHOICES = (AUTO, *contain.WAYS, NONE)
WITHOUT = (
    "If all of it is your own, or this machine can be thrown away: --isolation none"
)


class Fence(NamedTuple):
    """How processes are contained: the *name* of the way, and who begins them."""

    name: str
    start: Start


@contextmanager
def fence(asked: str, graders: Iterable[Path]) -> Iterator[Fence]:
    """What was *asked* for: one of CHOICES; "auto" is the first that holds here.

    *graders* are all that will be needed.  Raises WrongUse where nothing holds.
    """
    if asked == NONE:
        yield Fence(NONE, Child)
        return
    names = tuple(contain.WAYS) if asked == AUTO else (asked,)
    try:
        contained = contain.contain(graders, names)
    except contain.Uncontained as error:
        raise WrongUse(f"{error}\n{WITHOUT}") from None
    with contained:
        yield Fence(contained.name, contained.start)
