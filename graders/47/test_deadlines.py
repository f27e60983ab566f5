"""deadlines: the light goes or somebody calls, and all is packed up at the end."""

import asyncio

from threadlings import blame, clock, every_order, watch


class Wet(Exception):
    """What `work` and `cleanup` may raise."""


class Dark(Wet, asyncio.TimeoutError):
    """A time limit of the work's own."""


class Day:
    """A day out, and what came of it: `work` takes *seconds*, the light goes after *light*.

    Then the work gives its *picture*, or raises it.  Broken off, it takes *leaving*
    seconds more, and may raise what has *torn*.  `cleanup` takes *packing* seconds, and
    may raise what was *lost*.  Somebody may cancel it all when he has *called*, each time
    after so many seconds, or as soon as the work has begun.
    """

    def __init__(self, submission, seconds, light=8, **options):
        self._limited, self.seconds, self.light = (
            submission.with_deadline,
            seconds,
            light,
        )
        self.picture = self.torn = self.lost = self.outcome = None
        self.leaving, self.packing, self.called = 0, 0, ()
        self.packed = self.home = self.in_time = False
        self.met, self.took = 0, None
        vars(self).update(options)
        self.work, self.cleanup = watch(self._work), watch(self._cleanup)
        self.loops = set()
        self.began = clock()
        asyncio.run(self._main())

    async def _work(self):
        self.loops.add(asyncio.get_running_loop())
        try:
            await asyncio.sleep(self.seconds)
        except asyncio.CancelledError:
            await asyncio.sleep(self.leaving)
            if self.torn:
                raise self.torn from None
            raise
        if isinstance(self.picture, Exception):
            raise self.picture
        return self.picture

    async def _cleanup(self):
        self.met = self.work.inside
        if self.lost:
            raise self.lost
        await asyncio.sleep(self.packing)
        self.packed = True

    async def _out(self):
        try:
            limited = self._limited(self.work, self.light, "lake", self.cleanup)
            self.outcome = await limited
        except Wet as error:
            self.outcome = "raised", error.with_traceback(None)
        except asyncio.CancelledError:
            self.outcome = "cancelled"
        self.took = clock() - self.began
        self.inside = self.work.inside + self.cleanup.inside
        await asyncio.sleep(100)
        self.home = True

    async def _main(self):
        self.loops.add(asyncio.get_running_loop())
        task = asyncio.ensure_future(self._out())
        for moment in self.called:
            await asyncio.sleep(self.began + moment - clock())
            while not self.work.calls:
                await asyncio.sleep(1)
            self.in_time = self.took is None
            task.cancel()
        await asyncio.wait([task])
        if not task.cancelled():
            task.result()


def ended_and_packed(day):
    """The work has ended, then the packing was done once, and it has ended as well."""
    calls = len(day.cleanup.calls)
    assert calls == 1, f"cleanup() was called {calls} times"
    assert day.met == 0, "cleanup() began while the work still ran"
    with blame("leak"):
        assert day.inside == 0, "with_deadline() was back before all had ended"


@every_order(time="ideal")
def test_in_time(submission):
    """Work that is done in time gives its result, also `None`, as soon as it is there."""
    for picture in ("kingfisher", None):
        day = Day(submission, 3, picture=picture)
        assert day.outcome == picture
        calls = len(day.work.calls)
        assert calls == 1, f"work() was called {calls} times"
        with blame("late"):
            assert day.took == 3, f"the work took 3 s, it was back after {day.took:g} s"
        with blame("wrong-tool"):
            assert len(day.loops) == 1, (
                "the work was not done on the caller's event loop"
            )


@every_order(time="ideal")
def test_late(submission):
    """Work that is late gives the default, at the moment at which the time is up."""
    day = Day(submission, 9, 4)
    assert day.outcome == "lake"
    with blame("late"):
        assert day.took == 4, f"it had 4 s, and was back after {day.took:g} s"


@every_order(time="ideal")
def test_late_work_has_ended(submission):
    """Work that is late is cancelled, and it has ended when `with_deadline` is back."""
    day = Day(submission, 9, 4, leaving=2)
    with blame("leak"):
        assert day.inside == 0, "with_deadline() was back while the work still ran"
    assert day.outcome == "lake"
    with blame("late"):
        took = day.took
        assert took == 6, f"the work had ended at 6 s, it was back after {took:g} s"


@every_order(time="ideal")
def test_an_exception(submission):
    """What the work raises reaches the caller, also when it is a `TimeoutError`."""
    for error in (Wet(), Dark()):
        assert Day(submission, 3, picture=error).outcome == ("raised", error)


@every_order(time="ideal")
def test_cancelled(submission):
    """A cancellation from outside passes through, and by then the work has ended."""
    for called, leaving in ((2, 0), (3, 4)):
        day = Day(submission, 7, 8, called=[called], leaving=leaving)
        with blame("leak"):
            assert day.inside == 0, "with_deadline() was back while the work still ran"
        assert day.outcome == "cancelled"


@every_order(time="ideal")
def test_cleanup_once(submission):
    """`cleanup` is awaited once and to its end, whether the work is done, late, failed or cancelled."""
    for case in ({}, {"light": 2}, {"picture": Wet()}, {"called": [1]}):
        day = Day(submission, 3, packing=7, **case)
        ended_and_packed(day)
        assert day.packed, "cleanup() was broken off"


@every_order(time="ideal")
def test_cleanup_after_the_work(submission):
    """`cleanup` begins when the work has ended, also when the work takes its time for that."""
    for case in ({}, {"light": 4}, {"called": [4]}):
        ended_and_packed(Day(submission, 6, leaving=3, **case))


@every_order(time="ideal")
def test_at_the_very_moment(submission):
    """Work that is done at the very moment at which the time is up gives its result or the default."""
    day = Day(submission, 5, 5, picture="kingfisher")
    assert day.outcome in ("kingfisher", "lake")
    ended_and_packed(day)


@every_order(time="ideal")
def test_fails_as_it_is_broken_off(submission):
    """Late work that raises as it is broken off gives the default or its exception."""
    torn = Wet()
    day = Day(submission, 9, 4, torn=torn)
    assert day.outcome in ("lake", ("raised", torn))
    ended_and_packed(day)


@every_order(time="ideal")
def test_cancelled_while_it_ends(submission):
    """A cancellation passes through also while late work is ending, and in the middle of `cleanup`."""
    for called in (5, 8):
        day = Day(submission, 9, 4, leaving=3, packing=5, called=[called])
        assert day.outcome == "cancelled"
        ended_and_packed(day)


@every_order
def test_cancelled_at_any_moment(submission):
    """Whenever it comes, it passes through, unless `with_deadline` is back already."""
    day = Day(submission, 9, 4, leaving=3, called=[4])
    assert day.outcome == "cancelled" or not day.in_time
    ended_and_packed(day)


@every_order(time="ideal")
def test_cancelled_twice(submission):
    """Cancelled twice it is still cleaned up once, after the work has ended."""
    day = Day(submission, 7, 8, leaving=2, called=[3, 5])
    assert day.outcome == "cancelled"
    ended_and_packed(day)


@every_order(time="ideal")
def test_cleanup_raises(submission):
    """What `cleanup` raises reaches the caller."""
    lost = Wet()
    for light in (8, 2):
        assert Day(submission, 3, light, lost=lost).outcome == ("raised", lost)


@every_order(time="ideal")
def test_no_timer_is_left(submission):
    """When it is back, it leaves its caller alone."""
    for case in ({}, {"light": 2}, {"picture": Wet()}):
        with blame("leak"):
            assert Day(submission, 3, **case).home, "the caller was cancelled later on"
