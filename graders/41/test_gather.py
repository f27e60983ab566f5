"""gather: all of them at once, each in its place, and one failure harms no other."""

import asyncio

from threadlings import blame, clock, every_order, watch


def friends(errors=None, **seconds):
    """A `fetch` that has an answer after so many *seconds*: the town's name, or its error."""

    @watch
    async def fetch(url):
        await asyncio.sleep(seconds[url])
        if errors and url in errors:
            raise errors[url]
        return url.upper()

    return fetch


async def raised_by(coroutine):
    """What *coroutine* raises, without what its traceback would keep alive."""
    try:
        await coroutine
    except LookupError as error:
        return error.with_traceback(None)
    return None


def unawaited(pages):
    """How many of *pages* are none yet."""
    return sum(map(asyncio.iscoroutine, pages))


@every_order
def test_pages_in_order_of_the_urls(submission):
    """`fetch_all` gives the pages in the order of the URLs, whichever comes first."""
    fetch = friends(rome=1, oslo=2, lima=3)
    urls = ["rome", "oslo", "rome", "lima"]
    pages = asyncio.run(submission.fetch_all(urls, fetch))
    lost = unawaited(pages)
    with blame("leak"):
        assert lost == 0, f"{lost} pages are coroutines that nobody has awaited"
    assert pages == ["ROME", "OSLO", "ROME", "LIMA"]


@every_order(time="ideal")
def test_all_at_once(submission):
    """All of them are fetched at once: three of 2, 1 and 3 seconds take 3."""
    fetch = friends(rome=2, oslo=1, lima=3)
    pages = asyncio.run(submission.fetch_all(["rome", "oslo", "lima"], fetch))
    assert pages == ["ROME", "OSLO", "LIMA"]
    with blame("serial"):
        assert fetch.peak == 3, f"of 3 fetches at most {fetch.peak} ran at once"
    with blame("late"):
        assert clock() == 3, f"it took {clock():g} s"


@every_order(time="ideal")
def test_however_many(submission):
    """However many there are: 150 of them that take 1 to 150 seconds take 150."""
    towns = {f"town {number}": number for number in range(1, 151)}
    fetch = friends(**towns)
    asyncio.run(submission.fetch_all([*towns], fetch))
    with blame("serial"):
        assert fetch.peak == 150, f"of 150 fetches at most {fetch.peak} ran at once"


@every_order(time="ideal")
def test_the_first_error_is_raised(submission):
    """When fetches fail, `fetch_all` raises the first error."""
    lost, torn = LookupError("lost"), LookupError("torn")
    fetch = friends({"rome": lost, "lima": torn}, rome=2, oslo=1, lima=3)

    async def main():
        one = await raised_by(submission.fetch_all(["lima"], fetch))
        both = await raised_by(submission.fetch_all(["rome", "oslo", "lima"], fetch))
        await asyncio.sleep(10)
        return one, both

    assert asyncio.run(main()) == (torn, lost)


@every_order(time="ideal")
def test_the_others_have_ended(submission):
    """When `fetch_all` raises, every fetch that was begun has ended."""
    lost = LookupError("lost")
    fetch = friends({"oslo": lost}, rome=2, oslo=1, lima=3)

    async def main():
        raised = await raised_by(submission.fetch_all(["rome", "oslo", "lima"], fetch))
        inside = fetch.inside
        await asyncio.sleep(10)
        return raised, inside

    raised, inside = asyncio.run(main())
    assert raised is lost
    with blame("leak"):
        assert inside == 0, f"when it was raised, {inside} fetches still ran"


@every_order
def test_some_are_a_dict(submission):
    """`fetch_some` gives a dict from each URL to its page, whichever comes first."""
    fetch = friends(rome=2, oslo=1, lima=3)
    pages = asyncio.run(submission.fetch_some(["rome", "oslo", "lima"], fetch))
    lost = unawaited(pages.values())
    with blame("leak"):
        assert lost == 0, f"{lost} pages are coroutines that nobody has awaited"
    assert pages == {"rome": "ROME", "oslo": "OSLO", "lima": "LIMA"}


@every_order
def test_an_exception_is_a_value(submission):
    """In `fetch_some` an exception is the value of its URL, and all other pages are there."""
    lost, late = LookupError("lost"), TimeoutError("no answer")
    errors = {"rome": lost, "lima": late}
    fetch = friends(errors, rome=1, oslo=2, lima=3, bonn=4)
    pages = asyncio.run(submission.fetch_some(["rome", "oslo", "lima", "bonn"], fetch))
    assert pages == {"rome": lost, "oslo": "OSLO", "lima": late, "bonn": "BONN"}


@every_order(time="ideal")
def test_some_at_once(submission):
    """`fetch_some` fetches all at once as well, also when one of them fails."""
    fetch = friends({"oslo": LookupError("lost")}, rome=2, oslo=1, lima=3)
    pages = asyncio.run(submission.fetch_some(["rome", "oslo", "lima"], fetch))
    assert sorted(pages) == ["lima", "oslo", "rome"]
    with blame("serial"):
        assert fetch.peak == 3, f"of 3 fetches at most {fetch.peak} ran at once"
    with blame("late"):
        assert clock() == 3, f"it took {clock():g} s"


@every_order
def test_in_the_callers_loop(submission):
    """`fetch` is awaited in the caller's event loop."""
    loops = []

    async def fetch(url):
        loops.append(asyncio.get_running_loop())

    async def main():
        await submission.fetch_all(["rome", "oslo"], fetch)
        await submission.fetch_some(["lima"], fetch)
        return asyncio.get_running_loop()

    loop = asyncio.run(main())
    assert len(loops) == 3, f"of 3 pages {len(loops)} were fetched"
    with blame("wrong-tool"):
        assert {*loops} == {loop}, "a page was fetched in another event loop"


@every_order
def test_any_page_will_do(submission):
    """A page may be anything, also `None`, and may be there without any waiting."""

    async def fetch(url):
        return None

    assert asyncio.run(submission.fetch_all(["rome", "oslo"], fetch)) == [None, None]
    assert asyncio.run(submission.fetch_some(["rome"], fetch)) == {"rome": None}


@every_order
def test_no_urls(submission):
    """No URLs give an empty list and an empty dict."""
    fetch = friends()
    assert asyncio.run(submission.fetch_all([], fetch)) == []
    assert asyncio.run(submission.fetch_some([], fetch)) == {}
