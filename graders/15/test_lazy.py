"""lazy: made once, when it is asked for, and tried again after an error."""

from threadlings import blame, clock, every_order, sleep, together, watch


def asked(lazy):
    """What `get` gives, or the text of what it raises."""
    try:
        return lazy.get()
    except LookupError as error:
        return str(error)


@every_order
def test_made_when_first_asked_for(submission):
    """The value is made when it is first asked for, once, and everybody gets that one."""
    made = []

    @watch
    def fetch():
        made.append([])
        return made[-1]

    lazy = submission.Lazy(fetch)
    assert made == [], "the factory was called before anybody had asked"
    values = [lazy.get() for _ in range(3)]
    assert len(made) == 1, f"the factory was called {len(made)} times"
    assert all(value is made[0] for value in values)


@every_order
def test_none_is_a_value(submission):
    """`None` is a value like any other, and so is 0."""
    for value in (None, 0):
        fetch = watch(lambda value=value: value)
        lazy = submission.Lazy(fetch)
        assert [lazy.get(), lazy.get()] == [value, value]
        assert len(fetch.calls) == 1, f"the factory was called {len(fetch.calls)} times"


@every_order
def test_two_who_ask_at_once(submission):
    """Two who ask at the same moment get the same value, which was made once."""

    @watch
    def fetch():
        return []

    lazy = submission.Lazy(fetch)
    got = together(ann=lazy.get, bob=lazy.get)
    assert len(fetch.calls) == 1, f"the factory was called {len(fetch.calls)} times"
    assert got["ann"] is got["bob"] is lazy.get()


@every_order
def test_three_who_ask_at_once(submission):
    """So do three, and the factory is never called while it is still at work."""
    made = []

    @watch
    def fetch():
        made.append(len(made))
        return made[-1]

    lazy = submission.Lazy(fetch)
    got = together(ann=lazy.get, bob=lazy.get, cid=lazy.get)
    with blame("too-parallel"):
        assert fetch.peak == 1, f"{fetch.peak} threads were in the factory at once"
    assert got == {"ann": 0, "bob": 0, "cid": 0}
    assert made == [0]


@every_order(time="ideal")
def test_the_others_wait(submission):
    """Whoever asks while it is being made waits for it, and has it as soon as it is there."""

    def fetch():
        sleep(5)
        return "value"

    lazy = submission.Lazy(fetch)

    def come(after):
        sleep(after)
        return lazy.get(), clock()

    got = together(ann=lambda: come(0), bob=lambda: come(2))
    assert [value for value, _ in got.values()] == ["value", "value"]
    with blame("late"):
        came = got["bob"][1]
        assert came == 5, f"it was there at 5 s, bob had it at {came:g} s"


@every_order
def test_an_error_is_not_kept(submission):
    """An exception reaches the caller, and the next `get` tries again."""
    errors = iter((LookupError("first"), LookupError("second")))

    @watch
    def fetch():
        for error in errors:
            raise error
        return "value"

    lazy = submission.Lazy(fetch)
    got = [asked(lazy) for _ in range(4)]
    assert got == ["first", "second", "value", "value"]
    assert len(fetch.calls) == 3, f"the factory was called {len(fetch.calls)} times"


@every_order
def test_an_error_with_others_about(submission):
    """Who waits while the factory raises gets the exception too, or tries in turn; nobody is left waiting."""
    errors = iter((LookupError("no key"),))

    @watch
    def fetch():
        for error in errors:
            raise error
        return "value"

    lazy = submission.Lazy(fetch)
    got = together(
        ann=lambda: asked(lazy),
        bob=lambda: asked(lazy),
        cid=lambda: asked(lazy),
    )
    assert "no key" in got.values()
    assert {*got.values()} <= {"no key", "value"}
    with blame("too-parallel"):
        assert fetch.peak == 1, f"{fetch.peak} threads were in the factory at once"
    assert lazy.get() == "value"
    assert len(fetch.calls) == 2, f"the factory was called {len(fetch.calls)} times"


@every_order
def test_two_of_them(submission):
    """Two lazy values have nothing to do with each other."""
    one, other = submission.Lazy(lambda: "a"), submission.Lazy(lambda: "b")
    assert together(ann=one.get, bob=other.get) == {"ann": "a", "bob": "b"}
    assert (one.get(), other.get()) == ("a", "b")
