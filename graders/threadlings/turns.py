"""Who has the turn next, and what time it is then.

Who can go on is asked of the threads, who of them goes on is asked of a `Chooser`; the
run is over when there is nobody to ask.
"""

from __future__ import annotations

from threadlings.events import Departure, Ending
from threadlings.fiber import Choice, Chooser, Fiber, Left, Log
from threadlings.trace import Trace


class Turns:
    """The deciding half of a run.

    With *ideal* time the clock moves only when nobody can go on; else a wait may be
    over by time at any moment.  *limit* is the step budget.
    """

    main: Fiber
    current: Fiber  # who has the turn

    def __init__(self, chooser: Chooser | None, *, ideal: bool, limit: int) -> None:
        self.chooser = chooser
        self.ideal = ideal
        self.limit = limit
        self.clock = 0.0
        self.step = self.forced = 0
        self.alive: list[Fiber] = []
        self.log: Log = []
        self.dropped: Left = []  # who was to take a step, and nobody wants it any more
        self.trace = Trace()
        self.processes: list[str] = []  # that were started, by their first threads
        self.departures: list[Departure] = []
        self.errors: dict[str, BaseException] = {}
        self.ending: Ending | None = None
        self.interrupt: BaseException | None = None  # not the program's: ends all
        self.forced_now = False  # the last turn was taken from who could have gone on
        self.surprises = 0  # how often somebody may still go on for no reason
        self.oddities: list[str] = []  # what Python allows, but seldom does
        self._free = False  # the turn is nobody's: to go on with it costs no switch
        self._fresh = False  # who was switched to has met nobody since

    # ── choosing ─────────────────────────────────────────────────────────────
    def following(self) -> Fiber | None:
        """Decide who has the turn next; None when the run has ended."""
        go: list[Fiber] = []
        later: list[Fiber] = []
        surprised: list[Fiber] = []
        for fiber in self.alive:
            step = fiber.operation
            if step is None or step.can_go:
                fiber.timed_out = False
                go.append(fiber)
            elif step.until is not None:
                fiber.timed_out = True
                (go if step.until <= self.clock else later).append(fiber)
            elif step.surprise and self.surprises:
                surprised.append(fiber)
        self.ending = self._ending(go, later)
        if self.ending is not None:
            return None
        if len(self.alive) > 1:
            self.step += 1
        if later and self.ideal:
            if not go:
                self.clock = max(self.clock, min(f.until for f in later))
                go = [f for f in later if f.until <= self.clock]
            later = []
        return self._pick(go, later, surprised)

    def _ending(self, go: list[Fiber], later: list[Fiber]) -> Ending | None:
        """Say whether the run has ended, and how."""
        if self.main.done and all(fiber.daemon for fiber in self.alive):
            return Ending.RAISED if self.errors else Ending.DONE
        if self.step >= self.limit or len(self.log) >= self.limit:
            return Ending.ENDLESS
        if go or later:
            return None
        endings = {f.operation.ending for f in self.alive if f.operation}
        return Ending.ENDLESS if Ending.ENDLESS in endings else Ending.STUCK

    def _pick(
        self, go: list[Fiber], later: list[Fiber], surprised: list[Fiber]
    ) -> Fiber | None:
        """Let somebody go on: a step that meets nobody first, else as is chosen.

        A step that meets nobody commutes with all others, so it needs no choice: it is
        taken at once by whoever has the turn, and where the turn is free anyway, by
        anybody; the turn stays free then.
        """
        me = self.current
        kept = me in go and not (self._free and me.meets_others)
        for alone in (me,) if kept else go:
            if not alone.meets_others:
                self._free = self._free or not kept
                self.forced_now = False
                return self._turn_to(alone)
        default = me if kept else go[0] if go else min(later, key=lambda f: f.until)
        chosen, cost = default, 0
        # Whoever was just switched to and has met nobody since keeps the turn: to give
        # it to another one instead would have cost no more.
        asks = self.chooser and (self.chooser.thorough or not (kept and self._fresh))
        if asks and len(go) + len(later) + len(surprised) > 1:
            options = [(f, int(kept and f is not me)) for f in go]
            options += [(f, int(kept) + int(f is not default)) for f in later]
            options += [(f, int(kept) + 1) for f in surprised]
            state = self._state(options)
            asked = self._ask(Choice(self.step, state, default, options, self.log))
            if asked is None:
                self.ending = Ending.CUT
                return None
            chosen = asked
        if chosen is not default:
            cost = dict(options)[chosen]
            self.departures.append(Departure(self.step, chosen.name))
        chosen.surprised = chosen in surprised
        if chosen.surprised:
            self.surprises -= 1
            self.oddities.append("surprise")
        self.forced += cost
        self.forced_now = cost > 0
        self._fresh = not chosen.meets_others
        self._free = False
        return self._turn_to(chosen)

    def _state(self, options: list[tuple[Fiber, int]]) -> int:
        """What has happened, and who has not yet come to where it can matter.

        A step that meets nobody is no event; but what comes after it may be a choice.
        """
        state = self.trace.state
        for fiber, _ in options:
            if not fiber.meets_others:
                assert fiber.operation is not None
                state = hash((state, fiber.key, fiber.operation.kind))
        return state

    def _ask(self, choice: Choice) -> Fiber | None:
        """Ask the chooser; its errors are not for the thread that gave its turn."""
        assert self.chooser is not None
        try:
            return self.chooser.choose(choice)
        except RecursionError:  # the thread's own: it came here with no room left
            raise
        except Exception as error:
            self.interrupt = error
            return None

    def _turn_to(self, fiber: Fiber) -> Fiber:
        """Give the turn away; it is later if to somebody whose time ran out."""
        if fiber.timed_out:
            self.clock = max(self.clock, fiber.until)
        self.current = fiber
        return fiber
