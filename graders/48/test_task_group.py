"""task_group: all of them reach the top, or all of them turn back."""

import asyncio

from threadlings import blame, clock, every_order, watch

SINCE = (3, 11)


class Slip(Exception):
    """What a job may raise."""


class Team:
    """Climbers, each with a job: so many *seconds* to the top, and *down* to come back.

    Instead of being at the top, some may have *slips*; or they *fall* on the way back.
    """

    def __init__(self, slips=None, falls=None, down=0, **seconds):
        self.slips, self.falls, self.down = slips or {}, falls or {}, down
        self.reached = []
        self.climb = watch(self._climb)
        self.jobs = [lambda who=who: self.climb(who, seconds[who]) for who in seconds]

    async def _climb(self, who, seconds):
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            await asyncio.sleep(self.down)
            if who in self.falls:
                raise self.falls[who] from None
            raise
        if who in self.slips:
            raise self.slips[who]
        self.reached.append(who)
        return f"{who} at {seconds}"


class Tour:
    """A tour of a team, and what came of it: results, the errors it raised, or "cancelled".

    Somebody may have *called* it off, each time after so many seconds.
    """

    def __init__(self, submission, team, called=()):
        self._go, self._team, self._called = submission.all_or_nothing, team, called
        self.results = self.raised = self.took = None
        self.in_time = False
        self._began = clock()
        asyncio.run(self._main())

    async def _main(self):
        task = asyncio.ensure_future(self._out())
        for moment in self._called:
            await asyncio.sleep(self._began + moment - clock())
            while not self._team.climb.calls:
                await asyncio.sleep(1)
            if self.took is None:
                self.in_time = True
                task.cancel()
        await task
        await asyncio.sleep(100)

    async def _out(self):
        try:
            self.results = await self._go(self._team.jobs)
        except asyncio.CancelledError:
            self.raised = "cancelled"
        except BaseException as error:
            if isinstance(error, NotImplementedError) or not leaves(error):
                raise
            self.raised = leaves(error)
        self.took = clock() - self._began
        self.inside = self._team.climb.inside


def leaves(error):
    """What a group of exceptions holds, of whatever depth; else the exception itself."""
    error.__traceback__ = None  # would keep alive what it has seen
    inner = getattr(error, "exceptions", None)
    if inner is None:
        return [error] if isinstance(error, (Exception, asyncio.CancelledError)) else []
    return [one for each in inner for one in leaves(each)]


@every_order
def test_results_in_order(submission):
    """When all succeed, the results come in the order of the jobs, whichever is done first."""
    jobs = Team(ann=3, bob=1, cid=2).jobs
    results = asyncio.run(submission.all_or_nothing(jobs))
    assert results == ["ann at 3", "bob at 1", "cid at 2"]


@every_order(time="ideal")
def test_all_at_once(submission):
    """All jobs are done at once: three of 3, 1 and 2 seconds take 3."""
    jobs = Team(ann=3, bob=1, cid=2).jobs
    asyncio.run(submission.all_or_nothing(jobs))
    with blame("serial"):
        assert clock() < 4, f"it took {clock():g} s"
    with blame("late"):
        assert clock() == 3, f"all was done after 3 s, it took {clock():g} s"


@every_order
def test_any_result(submission):
    """Any result will do, also `None` or an exception that was returned and not raised."""
    note = Slip()

    async def rest():
        return None

    async def tell():
        return note

    results = asyncio.run(submission.all_or_nothing([rest, tell, rest]))
    assert results == [None, note, None]


@every_order
def test_a_job_twice(submission):
    """A job that is there twice is done twice."""
    numbers = iter((5, 7))

    async def climb():
        return next(numbers)

    results = asyncio.run(submission.all_or_nothing([climb, climb]))
    assert sorted(results) == [5, 7]


@every_order
def test_no_jobs(submission):
    """No jobs give an empty list."""
    assert asyncio.run(submission.all_or_nothing([])) == []


@every_order(time="ideal")
def test_a_failure_is_raised(submission):
    """A failure is raised as it is, alone or in an `ExceptionGroup`, whichever job it is."""
    for who in ("ann", "bob", "cid"):
        slip = Slip()
        team = Team({who: slip}, ann=3, bob=1, cid=2)
        assert Tour(submission, team).raised == [slip]


@every_order(time="ideal")
def test_a_failure_cancels_the_others(submission):
    """The first failure cancels the others at once, and what they would have done is not done."""
    slips = {"bob": Slip(), "ann": Slip()}
    team = Team(slips, ann=9, bob=2, cid=8, dan=1)
    tour = Tour(submission, team)
    with blame("leak"):
        assert team.reached == ["dan"], f"at the top were {team.reached}"
    assert tour.raised == [slips["bob"]]
    with blame("late"):
        assert tour.took == 2, f"bob failed at 2 s, it was raised at {tour.took:g} s"


@every_order(time="ideal")
def test_the_others_have_ended(submission):
    """When the failure is raised, the others have ended, also those who need time for that."""
    slip = Slip()
    tour = Tour(submission, Team({"bob": slip}, down=4, ann=9, bob=2, cid=8))
    with blame("leak"):
        inside = tour.inside
        assert inside == 0, f"when it was raised, {inside} jobs still ran"
    assert tour.raised == [slip]
    with blame("late"):
        took = tour.took
        assert took == 6, f"the others had ended at 6 s, it was raised at {took:g} s"


@every_order(time="ideal")
def test_a_failure_at_once(submission):
    """A job that fails without any waiting ends the others, too."""
    slip = Slip()

    async def fall():
        raise slip

    for place in (0, 1):
        team = Team(ann=7)
        team.jobs.insert(place, fall)
        tour = Tour(submission, team)
        with blame("leak"):
            inside = tour.inside
            assert inside == 0, f"when it was raised, {inside} jobs still ran"
            assert team.reached == [], f"at the top were {team.reached}"
        assert tour.raised == [slip]


@every_order
def test_several_failures(submission):
    """When several fail, one of the first is raised, alone or among others that have failed."""
    slips = {"ann": Slip(), "bob": Slip()}
    for falls in ({}, {"cid": Slip()}):
        raised = Tour(submission, Team(slips, falls, ann=2, bob=2, cid=99)).raised
        assert any(slip in raised for slip in slips.values())
        assert all(one in (*slips.values(), *falls.values()) for one in raised)


@every_order(time="ideal")
def test_cancelled_from_outside(submission):
    """A cancellation from outside ends all jobs, and passes through when they have ended."""
    for down in (0, 4):
        team = Team(down=down, ann=9, bob=1, cid=8)
        tour = Tour(submission, team, called=[3])
        with blame("leak"):
            inside = tour.inside
            assert inside == 0, f"when it was back, {inside} jobs still ran"
            assert team.reached == ["bob"], f"at the top were {team.reached}"
        assert tour.raised == "cancelled"


@every_order
def test_cancelled_twice(submission):
    """So it is when it is cancelled twice, at any moment."""
    tour = Tour(submission, Team(down=4, ann=9, bob=8), called=[3, 5])
    assert tour.raised == "cancelled" or not tour.in_time
    inside = tour.inside
    assert inside == 0, f"when it was back, {inside} jobs still ran"
