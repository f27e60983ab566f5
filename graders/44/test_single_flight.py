"""single_flight: one batch for all who ask, and whoever leaves spoils nobody's bread."""

import asyncio

from threadlings import blame, clock, every_order, watch


class BurntError(Exception):
    """A batch is lost."""


def oven(takes=2, errors=()):
    """A `load` that takes so many seconds; the first ones raise *errors*."""
    burnt = iter(errors)

    @watch
    async def load(key):
        await asyncio.sleep(takes)
        for error in burnt:
            raise error
        return [key]

    return load


async def come(cache, after):
    """Ask for rye after so many seconds; the value, and when it was there."""
    await asyncio.sleep(after)
    return await cache.get("rye"), clock()


async def asked(cache, key):
    """What `get` gives, or what `load` has raised."""
    try:
        return await cache.get(key)
    except BurntError as error:
        return error.with_traceback(None)


def customers(cache, *names, **later):
    """A task for each of them that asks for rye, at once or so many seconds *later*."""
    asking = {name: cache.get("rye") for name in names}
    asking |= {name: come(cache, after) for name, after in later.items()}
    return [asyncio.create_task(ask, name=name) for name, ask in asking.items()]


@every_order
def test_loaded_when_first_asked_for(submission):
    """A value is loaded when it is first asked for, once, and then kept, for each key its own."""
    load = oven()

    async def main():
        cache = submission.Cache(load)
        assert load.calls == [], "a key was loaded before anybody had asked"
        return [await cache.get(key) for key in ("rye", "oat", "rye", "oat", "rye")]

    rye, oat, *again = asyncio.run(main())
    assert (rye, oat) == (["rye"], ["oat"])
    assert len(load.calls) == 2, f"for 2 keys load was called {len(load.calls)} times"
    assert [one is two for one, two in zip(again, (rye, oat, rye), strict=True)]


@every_order
def test_none_is_a_value(submission):
    """`None` is a value like any other, and so is 0."""

    async def main(value):
        async def load(key):
            return value

        load = watch(load)
        cache = submission.Cache(load)
        assert [await cache.get("rye"), await cache.get("rye")] == [value, value]
        return len(load.calls)

    for value in (None, 0):
        calls = asyncio.run(main(value))
        assert calls == 1, f"load was called {calls} times"


@every_order
def test_two_who_ask(submission):
    """Two who ask for the same key get the same value, loaded once, whenever they come."""
    load = oven()

    async def main():
        cache = submission.Cache(load)
        return await asyncio.gather(*customers(cache, ann=1, bob=2))

    (ann, _), (bob, _) = asyncio.run(main())
    assert len(load.calls) == 1, f"load was called {len(load.calls)} times"
    assert ann is bob


@every_order
def test_one_load_at_a_time(submission):
    """However many ask at once, a key is never loaded while it is already being loaded."""
    load = oven()

    async def main():
        cache = submission.Cache(load)
        return await asyncio.gather(*customers(cache, "ann", "bob", "cid"))

    got = asyncio.run(main())
    with blame("too-parallel"):
        assert load.peak == 1, f"{load.peak} loads of one key at once"
    assert got == [["rye"]] * 3
    assert got[0] is got[1] is got[2]


@every_order(time="ideal")
def test_as_soon_as_it_is_there(submission):
    """Whoever asks while it is being loaded has it as soon as it is there."""

    async def main():
        cache = submission.Cache(oven(takes=5))
        return await asyncio.gather(*customers(cache, ann=0, bob=2, cid=3))

    came = [when for _, when in asyncio.run(main())]
    with blame("late"):
        assert came == [5, 5, 5], f"it was there at 5 s, and they had it at {came} s"


@every_order(time="ideal")
def test_keys_do_not_wait_for_each_other(submission):
    """Two keys are loaded at the same time."""

    load = oven(takes=3)

    async def main():
        cache = submission.Cache(load)
        return await asyncio.gather(cache.get("rye"), cache.get("oat"))

    assert asyncio.run(main()) == [["rye"], ["oat"]]
    with blame("serial"):
        assert load.peak == 2, "only one key at a time was loaded"
    with blame("late"):
        assert clock() == 3, f"two loads of 3 seconds took {clock():g}"


@every_order
def test_in_the_callers_loop(submission):
    """`load` is awaited in the caller's event loop."""
    loops = []

    async def load(key):
        loops.append(asyncio.get_running_loop())

    async def main():
        cache = submission.Cache(load)
        await asyncio.gather(cache.get("rye"), cache.get("oat"))
        return asyncio.get_running_loop()

    loop = asyncio.run(main())
    assert len(loops) == 2, f"for 2 keys load was called {len(loops)} times"
    with blame("wrong-tool"):
        assert {*loops} == {loop}, "a key was loaded in another event loop"


@every_order
def test_an_error_reaches_all(submission):
    """An error reaches all who wait for that load."""
    burnt = BurntError("black")
    load = oven(errors=[burnt])

    async def main():
        cache = submission.Cache(load)
        asking = customers(cache, "ann", "bob", "cid")
        return await asyncio.gather(*asking, return_exceptions=True)

    got = asyncio.run(main())
    assert got == [burnt, burnt, burnt]
    assert len(load.calls) == 1, f"load was called {len(load.calls)} times"


@every_order
def test_an_error_of_another_key(submission):
    """An error of one key is no error of another one."""
    burnt = BurntError("black")
    load = oven(errors=[burnt])

    async def main():
        cache = submission.Cache(load)
        rye = asyncio.gather(asked(cache, "rye"), asked(cache, "rye"))
        await rye
        oat = asyncio.gather(asked(cache, "oat"), asked(cache, "oat"))
        return await rye, await oat

    assert asyncio.run(main()) == ([burnt, burnt], [["oat"], ["oat"]])


@every_order
def test_an_error_is_not_kept(submission):
    """An error is not kept: whoever asks next has it loaded again."""
    burnt, dropped = BurntError("black"), BurntError("dropped")
    load = oven(errors=[burnt, dropped])

    async def main():
        cache = submission.Cache(load)
        return [await asked(cache, "rye") for _ in range(4)]

    assert asyncio.run(main()) == [burnt, dropped, ["rye"], ["rye"]]
    assert len(load.calls) == 3, f"load was called {len(load.calls)} times"


@every_order(time="ideal")
def test_the_last_one_still_gets_it(submission):
    """When those who came first are cancelled, the last one still gets the value."""

    async def main():
        cache = submission.Cache(oven(takes=3))
        ann, bob, cid = customers(cache, "ann", "bob", "cid")
        await asyncio.sleep(1)
        ann.cancel()
        await asyncio.sleep(1)
        bob.cancel()
        return await cid

    assert asyncio.run(main()) == ["rye"]


@every_order
def test_the_first_one_leaves(submission):
    """Whenever the first one is cancelled, the others get the value, and only one load runs at a time."""
    load = oven()

    async def main():
        cache = submission.Cache(load)
        ann, bob, cid = customers(cache, "ann", "bob", "cid")
        await asyncio.sleep(1)
        ann.cancel()
        return await asyncio.gather(bob, cid, return_exceptions=True)

    assert asyncio.run(main()) == [["rye"], ["rye"]]
    with blame("too-parallel"):
        assert load.peak == 1, f"{load.peak} loads of one key at once"


@every_order
def test_another_one_leaves(submission):
    """Whenever another one is cancelled, the rest get the value, and so does who comes just then, of the same load."""
    load = oven()

    async def main():
        cache = submission.Cache(load)
        ann, bob = customers(cache, "ann", "bob")
        await asyncio.sleep(1)
        bob.cancel()
        await asyncio.wait([bob])
        (cid,) = customers(cache, "cid")
        return await asyncio.gather(ann, cid, return_exceptions=True)

    assert asyncio.run(main()) == [["rye"], ["rye"]]
    assert load.peak == 1, f"{load.peak} loads of one key at once"


@every_order
def test_everybody_leaves(submission):
    """When all who have asked are cancelled, whoever asks later still gets the value."""

    async def main():
        cache = submission.Cache(oven())
        ann, bob = customers(cache, "ann", "bob")
        await asyncio.sleep(1)
        ann.cancel()
        bob.cancel()
        await asyncio.wait([ann, bob])
        return await asyncio.gather(cache.get("rye"), return_exceptions=True)

    assert asyncio.run(main()) == [["rye"]]


@every_order(time="ideal")
def test_whoever_leaves_is_free(submission):
    """Whoever is cancelled does not wait for the load."""

    async def main():
        cache = submission.Cache(oven(takes=5))
        ann, bob, cid = customers(cache, "ann", "bob", "cid")
        await asyncio.sleep(1)
        ann.cancel()
        bob.cancel()
        await asyncio.wait([ann, bob])
        back = clock()
        await cid
        return back

    back = asyncio.run(main())
    with blame("late"):
        assert back == 1, f"cancelled at 1 s, they were free at {back:g} s"
