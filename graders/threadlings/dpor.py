"""Every distinct ordering exactly once: optimal dynamic partial-order reduction.

Abdulla, Aronis, Jonsson and Sagonas, "Source Sets: A Foundation for Optimal Dynamic
Partial Order Reduction" (JACM 2017): at the end of a run its races are looked up, and
for each the reversal is planned, as a branch of the *wakeup tree* at the step where it
has to begin.  A *sleep set* names the threads of which the next step has been tried.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from threadlings.events import Ending, Touch
from threadlings.fiber import Choice, Fiber, Left, Log, Misfit
from threadlings.races import depend, races, steps_of

Touches = tuple[Touch, ...]


class Move(NamedTuple):
    """The next step of a thread, as it was when it was met first."""

    thread: int  # the key of its fiber
    touches: Touches


@dataclass
class Branch:
    """A move of a wakeup tree, and what comes after it."""

    move: Move
    after: list[Branch] = field(default_factory=list)


@dataclass
class Node:
    """A choice of the run that is being made, and what is still to be tried there."""

    position: int  # in the log
    thread: int  # who has the turn
    asleep: dict[int, Touches]  # whose next step was tried here, or needs no trying
    tree: list[Branch]  # what is to be tried here, but for what is being tried
    plan: list[Branch]  # what is to follow in this run
    done: int = 0  # branches that were tried to their ends


class Optimal:
    """The chooser of a search through all distinct orderings.

    One object serves all runs: after each one `next` says whether there is another.
    """

    thorough = True

    def __init__(self) -> None:
        self._nodes: list[Node] = []
        self._depth = 0

    # ── one run ──────────────────────────────────────────────────────────────
    def choose(self, choice: Choice) -> Fiber | None:
        """The planned thread, or the default if nothing is planned for it."""
        for fiber, _ in choice.options:
            if not fiber.meets_others:  # commutes with all: a sleep that is over
                return fiber
        options = {fiber.key: fiber for fiber, _ in choice.options}
        if self._depth == len(self._nodes):
            found = self._new(choice, options)
            if found is None:
                return None  # all is known from here; in theory this never happens
            self._nodes.append(found)
        node = self._nodes[self._depth]
        self._depth += 1
        planned = self._depth == len(self._nodes)  # and not yet done
        if node.position != len(choice.log) or not (node.thread in options or planned):
            raise Misfit(f"step {choice.step} is not what it was in the run before")
        return options.get(node.thread)  # None: what it needs was not known

    def _new(self, choice: Choice, options: dict[int, Fiber]) -> Node | None:
        """A choice that was not met before."""
        asleep: dict[int, Touches] = {}
        plan: list[Branch] = []
        if self._nodes:
            last = self._nodes[-1]
            since = steps_of(choice.log[last.position :])
            asleep = {
                thread: touches
                for thread, touches in last.asleep.items()
                if not any(
                    s.thread == thread or depend(touches, s.touches) for s in since
                )
            }
            plan = last.plan
            for step in since[1:]:  # had no choice: the plan has foreseen it
                if step.movable and plan:
                    plan = plan[0].after
        if plan:
            thread, tree, after = plan[0].move.thread, plan[1:], plan[0].after
        else:
            first = choice.default.key
            awake = [key for key in (first, *options) if key not in asleep]
            if not awake:
                return None
            thread, tree, after = awake[0], [], []
        return Node(len(choice.log), thread, asleep, tree, after)

    def over(self, ending: Ending, log: Log, left: Left) -> None:
        """Plan the reversal of all races of a run that came to its end."""
        if ending is Ending.ENDLESS:
            return
        at = {node.position: node for node in self._nodes}
        steps = steps_of(log)
        for position, reversal in races(steps, left):
            node = at.get(position)
            if node is not None:
                moves = [Move(step.thread, step.touches) for step in reversal]
                if not any(_begins(moves, *each) for each in node.asleep.items()):
                    insert(node.tree, moves)
        for node in self._nodes:
            if node.position < len(steps):
                node.asleep[node.thread] = steps[node.position].touches

    @property
    def progress(self) -> float:
        """How much of what is known to be left was tried, from 0 to 1.

        Every branch of a node counts alike (Knuth, "Estimating the Efficiency of
        Backtrack Programs", 1975); more of them may be found, so it is too high.
        """
        tried, share = 0.0, 1.0
        for node in self._nodes:
            share /= node.done + 1 + len(node.tree)
            tried += share * node.done
        return tried if self._nodes else 1.0

    # ── from run to run ──────────────────────────────────────────────────────
    def next(self) -> bool:
        """Go back to where something is left to try; False when all is done."""
        self._depth = 0
        while self._nodes:
            node = self._nodes[-1]
            if node.tree:
                branch = node.tree.pop(0)
                node.thread, node.plan = branch.move.thread, branch.after
                node.done += 1
                return True
            self._nodes.pop()
        return False


# ── wakeup trees ─────────────────────────────────────────────────────────────
def _begins(moves: list[Move], thread: int, touches: Touches) -> bool:
    """Whether *moves* could as well begin with the next step of *thread*.

    It is a *weak initial* of them: nothing before it depends on it.
    """
    for move in moves:
        if move.thread == thread:
            return True
        if depend(move.touches, touches):
            return False
    return True


def _without(moves: list[Move], thread: int) -> list[Move]:
    """*moves* but for the first one of *thread*, if it has one there."""
    for place, move in enumerate(moves):
        if move.thread == thread:
            return moves[:place] + moves[place + 1 :]
    return moves


def insert(tree: list[Branch], moves: list[Move]) -> None:
    """Add *moves* to a wakeup tree, unless a branch of it leads the same way."""
    rest = moves
    while rest:
        for branch in tree:
            thread, touches = branch.move
            if _begins(rest, thread, touches):
                if not branch.after:
                    return
                rest = _without(rest, thread)
                tree = branch.after
                break
        else:
            for move in rest:
                branch = Branch(move)
                tree.append(branch)
                tree = branch.after
            return
