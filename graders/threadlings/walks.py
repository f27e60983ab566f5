"""Random orders, for programs of which not all can be tried.

Every walk is drawn from a seed and a profile: how many steps each thread took in an
earlier run.  The same seed gives the same order; an order that was found is told and
replayed like any other, by its departures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from random import Random

from threadlings.events import Ending
from threadlings.fiber import Choice, Fiber, Left, Log
from threadlings.races import depend

Profile = Mapping[int, int]  # steps, by the key of a thread
DEPTH = 3  # ordering constraints that a mistake needs, in PCT


class Walk:
    """A chooser that draws; its heirs say how."""

    thorough = True

    def __init__(self, seed: int, profile: Profile) -> None:
        self.profile = profile
        self._random = Random(seed)
        self._seen = 0  # steps of the log
        self._begin()

    def _begin(self) -> None:
        """Draw what is drawn once."""

    def choose(self, choice: Choice) -> Fiber:
        """Draw one of the options."""
        options = {fiber.key: fiber for fiber, _ in choice.options}
        log, self._seen = choice.log[self._seen :], len(choice.log)
        return options[self._draw(options, log)]

    def _draw(self, options: dict[int, Fiber], log: Log) -> int:
        """The key of the next thread; *log* is what happened since the last draw."""
        raise NotImplementedError

    def over(self, ending: Ending, log: Log, left: Left) -> None:
        """Count the steps of the run."""
        self.profile = Counter(fiber.key for _, fiber, _, _ in log)


class Sampling(Walk):
    """A random priority for each next step; drawn anew when it meets another one.

    Yuan, Yang and Gu, "Partial Order Aware Concurrency Sampling" (POS; CAV 2018).
    """

    def _begin(self) -> None:
        self._priority: dict[int, float] = {}

    def _draw(self, options: dict[int, Fiber], log: Log) -> int:
        for _, mover, done, _ in log:
            self._priority.pop(mover.key, None)
            for key, fiber in options.items():
                step = fiber.operation
                if step and depend(done.touches, step.touches):
                    self._priority.pop(key, None)
        for key in options:
            if key not in self._priority:
                self._priority[key] = self._random.random()
        return max(options, key=self._priority.__getitem__)


class Weights(Walk):
    """The next step by chance, by how many steps each thread has left.

    Zhao et al., "Selectively Uniform Concurrency Testing" (SURW; ASPLOS 2025).  A
    thread that took fewer steps in the profile than it does now still has a weight.
    """

    def _begin(self) -> None:
        self._left = dict(self.profile)

    def _draw(self, options: dict[int, Fiber], log: Log) -> int:
        for _, mover, _, _ in log:
            self._left[mover.key] = self._left.get(mover.key, 0) - 1
        keys = list(options)
        weights = [max(1, self._left.get(key, 1)) for key in keys]
        return self._random.choices(keys, weights)[0]


class Demotions(Walk):
    """The thread of highest priority; at random steps it becomes the lowest.

    Burckhardt et al., "A Randomized Scheduler with Probabilistic Guarantees of Finding
    Bugs" (PCT; ASPLOS 2010).
    """

    def _begin(self) -> None:
        length = max(1, sum(self.profile.values()))
        self._lower = sorted(
            (self._random.randrange(length), low) for low in range(1 - DEPTH, 0)
        )
        self._priority: dict[int, float] = {}

    def _draw(self, options: dict[int, Fiber], log: Log) -> int:
        for key in options:
            if key not in self._priority:
                self._priority[key] = self._random.random()
        first = max(options, key=self._priority.__getitem__)
        while self._lower and self._lower[0][0] <= self._seen:
            self._priority[first] = self._lower.pop(0)[1]
            first = max(options, key=self._priority.__getitem__)
        return first


STRATEGIES: tuple[type[Walk], ...] = (Weights, Sampling, Demotions)
"""In turn, the one that found the most mistakes in the fewest runs first."""
