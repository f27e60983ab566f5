"""pipeline: every stage at work, baskets in between, and one end for all."""

import asyncio

from threadlings import blame, clock, every_order, watch


class Torn(Exception):
    """What a stage may raise."""


def stage(name, seconds=1, error=None, at=None):
    """A stage that takes so many *seconds* an item, and raises its *error* at one of them."""

    @watch
    async def work(item):
        await asyncio.sleep(seconds)
        if error is not None and item == at:
            raise error
        return f"{item} {name}"

    return work


class Run:
    """A day in the laundry: what came out of the last stage or was raised, and when.

    Somebody may have *cancelled* it after so many seconds.  What is still there when it
    is back has time to end.
    """

    def __init__(self, submission, items, stages, size, cancelled=None):
        self.out = self.raised = None
        self._run = submission.run(items, stages, size)
        self._stages, self._cancelled = stages, cancelled
        self._began = clock()
        asyncio.run(self._main())

    async def _main(self):
        task = asyncio.ensure_future(self._go())
        if self._cancelled is not None:
            await asyncio.sleep(self._cancelled)
            task.cancel()
        await task
        await asyncio.sleep(100)

    async def _go(self):
        others = len(asyncio.all_tasks())
        try:
            self.out = await self._run
        except Torn as error:
            self.raised = error.with_traceback(None)
        except asyncio.CancelledError:
            self.raised = "cancelled"
        self.took = clock() - self._began
        self.inside = sum(stage.inside for stage in self._stages)
        self.tasks = len(asyncio.all_tasks()) - others


@every_order
def test_through_all_stages(submission):
    """Every item goes through all stages, one after the other, and comes out in its place."""
    stages = [stage("washed"), stage("ironed")]
    run = Run(submission, ["shirt", "skirt", "shirt"], stages, 1)
    assert run.out == [
        "shirt washed ironed",
        "skirt washed ironed",
        "shirt washed ironed",
    ]


@every_order
def test_order_is_kept(submission):
    """The order is kept, however long each item takes; a stage has one item at a time."""
    seconds = {"coat": 5, "scarf": 1, "sock": 3}

    @watch
    async def wash(item):
        await asyncio.sleep(seconds[item])
        return item

    @watch
    async def iron(item):
        await asyncio.sleep(9 - seconds[item])
        return item

    run = Run(submission, [*seconds], [wash, iron], 2)
    assert run.out == ["coat", "scarf", "sock"]
    with blame("too-parallel"):
        peak = max(wash.peak, iron.peak)
        assert peak == 1, f"a stage had {peak} items at once"


@every_order(time="ideal")
def test_stages_at_the_same_time(submission):
    """The stages work at the same time: three items and two stages of one second take four."""
    stages = [stage("washed"), stage("ironed")]
    run = Run(submission, ["shirt", "skirt", "coat"], stages, 1)
    ended = stages[-1].calls[-1].ended
    with blame("serial"):
        assert ended < 5, f"it took {ended:g} s"
    with blame("late"):
        took = run.took
        assert took == ended, f"all was done after {ended:g} s, it took {took:g} s"
    with blame("leak"):
        assert run.tasks == 0, f"when it was back, {run.tasks} tasks were left"


@every_order(time="ideal")
def test_back_pressure(submission):
    """While a stage is busy, the one before it gets at most `size` + 1 items ahead and then waits."""
    for size in (2, 1):
        wash, iron = stage("washed"), stage("ironed", 20)
        busy = clock() + 20
        Run(submission, [*"abcdefgh"], [wash, iron], size)
        early = sum(call.began < busy for call in wash.calls)
        with blame("too-parallel"):
            assert early <= size + 2, f"{early} were washed or in hand, size {size}"
        with blame("serial"):
            assert early > size, f"{early} were washed or in hand, size {size}"


@every_order(time="ideal")
def test_an_error_is_raised(submission):
    """An error in a stage is raised, whichever stage and whichever item it is."""
    torn = Torn()
    for where in range(3):
        for at in "aeh":
            stages = [stage("", 1), stage("", 1), stage("", 1)]
            stages[where] = stage("", 1, torn, at + " " * where)
            run = Run(submission, [*"abcdefgh"], stages, 1)
            assert run.raised is torn


@every_order(time="ideal")
def test_an_error_ends_all(submission):
    """An error ends all stages: when it is raised, nothing is at work, and most of the rest was not begun."""
    torn = Torn()
    for errors in ((torn, None), (None, torn)):
        wash = stage("", 2, errors[0], "b")
        iron = stage("", 3, errors[1], "b ")
        run = Run(submission, [*"abcdefghijkl"], [wash, iron], 1)
        assert run.raised is torn
        with blame("leak"):
            inside = run.inside
            assert inside == 0, f"when it was raised, {inside} items were still at work"
            assert run.tasks == 0, f"when it was raised, {run.tasks} tasks were left"
        with blame("late"):
            took = run.took
            assert took < 20, f"a stage failed at the second item, it took {took:g} s"


@every_order
def test_an_error_in_any_order(submission):
    """Nobody waits for ever when a stage fails, whoever is quick and whoever is slow."""
    torn = Torn()
    stages = [stage("", 1), stage("", 1, torn, "a ")]
    run = Run(submission, [*"abc"], stages, 1)
    assert run.raised is torn


@every_order
def test_two_errors(submission):
    """When two stages fail, perhaps at the same moment, one of their errors is raised."""
    errors = [Torn(), Torn()]
    stages = [stage("", 1, errors[0], "b"), stage("", 1, errors[1], "a ")]
    assert Run(submission, [*"abc"], stages, 1).raised in errors


@every_order(time="ideal")
def test_cancelled(submission):
    """A cancellation from outside ends all stages, too, and passes through."""
    stages = [stage("washed", 2), stage("ironed", 5)]
    run = Run(submission, [*"abcdef"], stages, 1, cancelled=11)
    assert run.raised == "cancelled"
    with blame("leak"):
        inside = run.inside
        assert inside == 0, f"when it was back, {inside} items were still at work"


@every_order
def test_none_is_an_item(submission):
    """`None` is an item like any other, before and after a stage."""

    @watch
    async def swap(item):
        return "sock" if item is None else None

    run = Run(submission, ["hat", None, "cap"], [swap, swap], 1)
    assert run.out == ["sock", None, "sock"]


@every_order
def test_one_stage(submission):
    """One stage is a pipeline as well, and without any the items come out as they are."""
    run = Run(submission, ["hat", "cap"], [stage("washed")], 1)
    assert run.out == ["hat washed", "cap washed"]
    assert Run(submission, ["hat", "cap"], [], 1).out == ["hat", "cap"]


@every_order
def test_no_items(submission):
    """No items give an empty list."""
    assert Run(submission, [], [stage("washed"), stage("ironed")], 2).out == []
