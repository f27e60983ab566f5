"""to_async: what is slow and plain goes to a thread, and the phone is always answered."""

import asyncio

from threadlings import blame, clock, every_order, sleep, watch

STATIONS = {"hut": 2, "lake": 1, "pass": 3}  # how long each of them takes to answer


def station(errors=None):
    """A `fetch` that gives a reading, or raises the station's error."""

    @watch
    async def fetch(url):
        await asyncio.sleep(STATIONS[url])
        if errors and url in errors:
            raise errors[url]
        return f"{url}: rain"

    return fetch


def giving(result=None):
    """A plain function that gives *result* at once."""
    return watch(lambda material: result)


def taking(seconds):
    """A plain function that blocks its thread for so many *seconds*."""
    return watch(lambda material: sleep(seconds))


def failing(error):
    """A plain function that raises."""

    @watch
    def work(material):
        raise error

    return work


async def raised_by(coroutine):
    """What *coroutine* raises, without what its traceback would keep alive."""
    try:
        await coroutine
    except LookupError as error:
        return error.with_traceback(None)
    return None


async def answered_during(coroutine):
    """When the phone was answered while *coroutine* ran; it rings every second."""
    answered = []

    async def answer():
        while True:
            await asyncio.sleep(1)
            answered.append(clock())

    phone = asyncio.create_task(answer())
    await coroutine
    phone.cancel()
    await asyncio.gather(phone, return_exceptions=True)
    return answered


@every_order
def test_from_pages_to_a_saved_report(submission):
    """The pages are rendered once, in the order of the URLs, that report is saved once, and their number comes back."""
    drawing = object()
    render, save = giving(drawing), giving()
    urls = ["hut", "lake", "hut"]
    number = asyncio.run(submission.build_report(urls, station(), render, save))
    readings = ["hut: rain", "lake: rain", "hut: rain"]
    assert [call.arguments for call in render.calls] == [(readings,)]
    assert [call.arguments for call in save.calls] == [(drawing,)]
    assert number == 3


@every_order(time="ideal")
def test_all_pages_at_once(submission):
    """All pages are fetched at once: three of 2, 1 and 3 seconds take 3."""
    fetch = station()
    asyncio.run(submission.build_report([*STATIONS], fetch, giving(), giving()))
    with blame("serial"):
        assert fetch.peak == 3, f"of 3 fetches at most {fetch.peak} ran at once"
    with blame("late"):
        assert clock() == 3, f"it took {clock():g} s"


@every_order(time="ideal")
def test_the_loop_goes_on_during_render(submission):
    """While `render` works, the event loop goes on."""
    report = submission.build_report([], station(), taking(4.5), giving())
    answered = asyncio.run(answered_during(report))
    with blame("serial"):
        assert answered == [1, 2, 3, 4], (
            f"the phone rang every second, and was answered at {answered} s"
        )


@every_order(time="ideal")
def test_the_loop_goes_on_during_save(submission):
    """While `save` works, the event loop goes on."""
    report = submission.build_report([], station(), giving(), taking(3.5))
    answered = asyncio.run(answered_during(report))
    with blame("serial"):
        assert answered == [1, 2, 3], (
            f"the phone rang every second, and was answered at {answered} s"
        )


@every_order(time="ideal")
def test_back_when_it_is_saved(submission):
    """It comes back when the report is saved, neither sooner nor later."""
    render, save = taking(5), taking(4)

    async def main():
        await submission.build_report(["pass"], station(), render, save)
        return clock(), render.inside + save.inside

    back, inside = asyncio.run(main())
    with blame("leak"):
        assert inside == 0, "it was back, and the report was not saved yet"
    with blame("late"):
        assert back == 12, f"saved at 12 s, it came back at {back:g} s"


@every_order
def test_fetch_needs_no_thread(submission):
    """`fetch` is awaited in the caller's event loop: what is async needs no thread."""
    loops = []

    async def fetch(url):
        loops.append(asyncio.get_running_loop())

    async def main():
        await submission.build_report(["hut", "lake"], fetch, giving(), giving())
        return asyncio.get_running_loop()

    loop = asyncio.run(main())
    assert len(loops) == 2, f"of 2 pages {len(loops)} were fetched"
    with blame("wrong-tool"):
        assert {*loops} == {loop}, "a page was fetched in another event loop"


@every_order(time="ideal")
def test_a_fetch_fails(submission):
    """When a fetch fails, its error reaches the caller after every fetch that was begun has ended, and nothing is saved."""
    fog = LookupError("fog")
    fetch, render, save = station({"lake": fog}), giving(), giving()

    async def main():
        raised = await raised_by(
            submission.build_report([*STATIONS], fetch, render, save)
        )
        inside = fetch.inside
        await asyncio.sleep(10)
        return raised, inside

    raised, inside = asyncio.run(main())
    assert raised is fog
    assert (render.calls, save.calls) == ([], [])
    with blame("leak"):
        assert inside == 0, f"when it was raised, {inside} fetches still ran"


@every_order
def test_render_or_save_fails(submission):
    """What `render` or `save` raises reaches the caller, and what was not rendered is not saved."""
    ink, paper = LookupError("no ink"), LookupError("no paper")
    fetch, save = station(), giving()

    async def main():
        first = submission.build_report(["hut"], fetch, failing(ink), save)
        second = submission.build_report(["hut"], fetch, giving(), failing(paper))
        return await raised_by(first), await raised_by(second)

    assert asyncio.run(main()) == (ink, paper)
    assert save.calls == []


@every_order
def test_no_urls(submission):
    """No URLs give a report as well: of an empty list, and its number is 0."""
    render, save = giving("blank"), giving()
    number = asyncio.run(submission.build_report([], station(), render, save))
    assert [call.arguments for call in render.calls] == [([],)]
    assert [call.arguments for call in save.calls] == [("blank",)]
    assert number == 0
