"""crawler: every chamber once, by the light of a few lamps, until nothing is left."""

import asyncio

from threadlings import blame, clock, every_order, watch


class LampOut(Exception):
    """What a fetch may raise."""


def cave(errors=None, seconds=None, **passages):
    """A `fetch_links` that knows where the *passages* of a page lead, after a second.

    For some pages it takes other *seconds* or raises one of the *errors*.
    """

    @watch
    async def fetch_links(page):
        await asyncio.sleep((seconds or {}).get(page, 1))
        if errors and page in errors:
            raise errors[page]
        return passages.get(page, "").split()

    return fetch_links


def pages(fetch_links):
    """What was fetched, by the alphabet."""
    return sorted(call.arguments[0] for call in fetch_links.calls)


class Crawl:
    """A crawl from the mouth of the cave, and what came of it.

    It may be *cancelled* after so many seconds.  What is still there when it is back has
    time to end.
    """

    def __init__(self, submission, fetch_links, limit, cancelled=None):
        self.found = self.raised = None
        self._crawl = submission.crawl("mouth", fetch_links, limit)
        self._fetch_links, self._cancelled = fetch_links, cancelled
        self._began = clock()
        asyncio.run(self._main())

    async def _main(self):
        task = asyncio.ensure_future(self._go())
        if self._cancelled is not None:
            await asyncio.sleep(self._cancelled)
            task.cancel()
        await task
        await asyncio.sleep(50)

    async def _go(self):
        others = len(asyncio.all_tasks())
        try:
            self.found = await self._crawl
        except LampOut as error:
            self.raised = error.with_traceback(None)
        except asyncio.CancelledError:
            self.raised = "cancelled"
        self.took = clock() - self._began
        self.inside = self._fetch_links.inside
        self.tasks = len(asyncio.all_tasks()) - others


@every_order
def test_all_that_can_be_reached(submission):
    """Every page that can be reached is found, however far it is, and nothing else."""
    fetch_links = cave(mouth="hall", hall="lake well", well="pit", attic="mouth")
    found = Crawl(submission, fetch_links, 2).found
    assert found == {"mouth", "hall", "lake", "well", "pit"}


@every_order
def test_every_page_once(submission):
    """Every page is fetched once, also when several pages lead to it at the same moment."""
    fetch_links = cave(mouth="hall well", hall="lake", well="lake", lake="pit")
    found = Crawl(submission, fetch_links, 3).found
    assert pages(fetch_links) == ["hall", "lake", "mouth", "pit", "well"]
    assert found == {"mouth", "hall", "well", "lake", "pit"}


@every_order
def test_in_circles(submission):
    """Ways that lead back, to the page itself, or twice to the same page, do no harm."""
    fetch_links = cave(mouth="mouth hall hall", hall="lake mouth", lake="hall mouth")
    found = Crawl(submission, fetch_links, 2).found
    assert pages(fetch_links) == ["hall", "lake", "mouth"]
    assert found == {"mouth", "hall", "lake"}


@every_order
def test_at_most_limit_at_once(submission):
    """At most `limit` fetches run at any moment."""
    fetch_links = cave(mouth="hall lake well", hall="pit")
    Crawl(submission, fetch_links, 2)
    with blame("too-parallel"):
        peak = fetch_links.peak
        assert peak <= 2, f"{peak} fetches at once, the limit is 2"


@every_order
def test_a_limit_of_one(submission):
    """A limit of 1 is enough to find everything, one page after the other."""
    fetch_links = cave(mouth="hall lake", hall="well", lake="well")
    found = Crawl(submission, fetch_links, 1).found
    with blame("too-parallel"):
        peak = fetch_links.peak
        assert peak == 1, f"{peak} fetches at once, the limit is 1"
    assert found == {"mouth", "hall", "lake", "well"}


@every_order(time="ideal")
def test_limit_is_really_used(submission):
    """`limit` fetches really run at once when there are that many pages to fetch."""
    fetch_links = cave(mouth="hall", hall="lake well pit attic")
    crawl = Crawl(submission, fetch_links, 2)
    with blame("too-parallel"):
        peak = fetch_links.peak
        assert peak <= 2, f"{peak} fetches at once, the limit is 2"
    with blame("serial"):
        assert peak == 2, "only one fetch at a time, the limit is 2"
        took = crawl.took
        assert took < 5, f"6 pages of 1 s took {took:g} s with a limit of 2"


@every_order(time="ideal")
def test_more_lamps_than_chambers(submission):
    """A limit that is higher than the number of pages does no harm."""
    fetch_links = cave(mouth="hall lake")
    crawl = Crawl(submission, fetch_links, 10)
    assert crawl.found == {"mouth", "hall", "lake"}
    with blame("serial"):
        assert fetch_links.peak == 2, "only one fetch at a time, the limit is 10"


@every_order(time="ideal")
def test_the_last_one_is_back(submission):
    """It is back at the moment at which the last fetch has ended, and no task is left."""
    fetch_links = cave(mouth="hall lake", hall="well", seconds={"lake": 4})
    crawl = Crawl(submission, fetch_links, 3)
    assert crawl.found == {"mouth", "hall", "lake", "well"}
    with blame("late"):
        took, ended = crawl.took, max(call.ended for call in fetch_links.calls)
        assert took == ended, f"the last was fetched at {ended:g} s, it took {took:g} s"
    with blame("leak"):
        assert crawl.tasks == 0, f"when it was back, {crawl.tasks} tasks were left"


@every_order
def test_no_links(submission):
    """A start that leads nowhere is all there is."""
    fetch_links = cave()
    assert Crawl(submission, fetch_links, 2).found == {"mouth"}
    assert pages(fetch_links) == ["mouth"]


@every_order
def test_again(submission):
    """A second crawl begins with an empty map."""
    fetch_links = cave(mouth="hall")
    for _ in range(2):
        assert Crawl(submission, fetch_links, 2).found == {"mouth", "hall"}
    assert pages(fetch_links) == ["hall", "hall", "mouth", "mouth"]


@every_order(time="ideal")
def test_an_error(submission):
    """What a fetch raises reaches the caller, and by then every fetch that was begun has ended."""
    error = LampOut()
    fetch_links = cave(
        {"hall": error}, {"hall": 2, "lake": 5}, mouth="hall lake well", well="pit"
    )
    crawl = Crawl(submission, fetch_links, 3)
    assert crawl.raised is error
    with blame("leak"):
        inside = crawl.inside
        assert inside == 0, f"when it was raised, {inside} fetches still ran"
        assert crawl.tasks == 0, f"when it was raised, {crawl.tasks} tasks were left"


@every_order
def test_several_errors(submission):
    """When several fetches raise, one of their errors reaches the caller, also when others wait for their turn."""
    errors = {"hall": LampOut(), "lake": LampOut(), "well": LampOut()}
    for limit in (1, 3):
        fetch_links = cave(errors, mouth="hall lake well")
        assert Crawl(submission, fetch_links, limit).raised in errors.values()


@every_order(time="ideal")
def test_cancelled(submission):
    """A crawl that is cancelled from outside leaves no fetch behind."""
    fetch_links = cave(mouth="hall lake well", seconds={"hall": 9, "lake": 9})
    crawl = Crawl(submission, fetch_links, 2, cancelled=3)
    assert crawl.raised == "cancelled"
    with blame("leak"):
        inside = crawl.inside
        assert inside == 0, f"when it was back, {inside} fetches still ran"
