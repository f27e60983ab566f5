"""philosophers: two forks for everybody, and nobody starves."""

from threadlings import blame, clock, every_order, sleep, together, watch


@every_order
def test_returns_what_eat_returns(submission):
    """`dine` calls `eat` once and returns its value, at every seat and as often as one likes."""
    plates = iter("abc")
    table = submission.Table(2)
    eaten = [table.dine(seat, lambda: next(plates)) for seat in (0, 1, 0)]
    assert eaten == ["a", "b", "c"]
    assert submission.Table(5).dine(4, lambda: None) is None


@every_order
def test_two_at_a_small_table(submission):
    """Two at a table for two both get to eat, but not at the same time."""
    table = submission.Table(2)

    @watch
    def eat():
        return "full"

    got = together(ann=lambda: table.dine(0, eat), bob=lambda: table.dine(1, eat))
    assert got == {"ann": "full", "bob": "full"}
    with blame("too-parallel"):
        assert eat.peak == 1, "ann and bob are neighbours, and both were eating"


@every_order
def test_all_sit_down_at_once(submission):
    """All sit down at the same moment, and all of them get to eat."""
    table = submission.Table(3)
    got = together(
        ann=lambda: table.dine(0, lambda: "rice"),
        bob=lambda: table.dine(1, lambda: "soup"),
        cid=lambda: table.dine(2, lambda: "cake"),
    )
    assert got == {"ann": "rice", "bob": "soup", "cid": "cake"}


@every_order
def test_neighbours_never_eat_together(submission):
    """Neighbours never eat at the same time; the last seat is next to the first."""
    table = submission.Table(4)
    eating = set()

    @watch
    def eat(seat):
        eating.add(seat)
        sleep(1)
        both = {(seat + 1) % 4, (seat - 1) % 4} & eating
        eating.remove(seat)
        return both

    got = together(
        ann=lambda: table.dine(3, lambda: eat(3)),
        bob=lambda: table.dine(0, lambda: eat(0)),
        cid=lambda: table.dine(1, lambda: eat(1)),
    )
    with blame("too-parallel"):
        assert not any(got.values()), "two neighbours were eating at the same time"


@every_order(time="ideal")
def test_others_eat_together(submission):
    """Any two who are not neighbours can eat at the same time."""
    table = submission.Table(5)

    @watch
    def eat():
        sleep(1)

    for one, other in ((0, 2), (1, 3), (2, 4), (3, 0), (4, 1)):
        began = clock()
        together(ann=lambda: table.dine(one, eat), bob=lambda: table.dine(other, eat))
        took = clock() - began
        with blame("serial"):
            assert took == 1, (
                f"seats {one} and {other} are apart, and it took {took:g} s"
            )


@every_order(time="ideal")
def test_eats_as_soon_as_the_forks_are_free(submission):
    """Whoever waits for a fork eats as soon as it is free."""
    table = submission.Table(3)

    def come(seat, after):
        sleep(after)
        return table.dine(seat, lambda: (clock(), sleep(7.25))[0])

    for seat in (1, 2):
        now = clock()
        got = together(ann=lambda: come(0, 0), bob=lambda: come(seat, 1))
        waited = got["bob"] - now
        with blame("late"):
            assert waited == 7.25, f"free at 7.25 s, and bob began at {waited:g} s"


@every_order
def test_forks_come_back_from_an_accident(submission):
    """When `eat` raises, the error reaches the caller and the forks are back on the table."""
    table = submission.Table(3)

    def choke():
        raise LookupError("a fishbone")

    def dine():
        try:
            table.dine(0, choke)
        except LookupError as error:
            return str(error)

    for _ in range(3):
        dine()
    got = together(ann=dine, bob=lambda: table.dine(1, lambda: "soup"))
    assert got == {"ann": "a fishbone", "bob": "soup"}
    assert [table.dine(seat, lambda: "cake") for seat in range(3)] == ["cake"] * 3
