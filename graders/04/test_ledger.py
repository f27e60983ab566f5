"""ledger: a batch is one step, or none."""

from threadlings import every_order, together


def refused(change, *arguments):
    """Whether *change* raises ValueError."""
    try:
        change(*arguments)
    except ValueError:
        return True
    return False


@every_order
def test_what_is_added_is_there(submission):
    """What is added can be read, by name and in all; somebody unknown has 0."""
    ledger, other = submission.Ledger(), submission.Ledger()
    assert (ledger.balance("ann"), ledger.total()) == (0, 0)
    other.add("ann", 100)
    ledger.add("ann", 5)
    ledger.add("bob", 7)
    ledger.add("ann", -3)
    assert (ledger.balance("ann"), ledger.balance("bob")) == (2, 7)
    assert (ledger.balance("cid"), ledger.total()) == (0, 9)


@every_order
def test_an_add_below_zero_is_refused(submission):
    """An `add` that would end below zero raises ValueError and changes nothing."""
    ledger = submission.Ledger()
    ledger.add("ann", 5)
    assert refused(ledger.add, "ann", -6), "add() to -1 raised no ValueError"
    assert refused(ledger.add, "cid", -1), "add() to -1 raised no ValueError"
    ledger.add("ann", -5)
    assert (ledger.balance("ann"), ledger.balance("cid"), ledger.total()) == (0, 0, 0)


@every_order
def test_a_batch_is_added(submission):
    """`apply` adds all of a batch, also to one name twice, and an empty one."""
    ledger = submission.Ledger()
    ledger.apply([])
    ledger.apply([("ann", 5), ("bob", 2), ("ann", 3)])
    ledger.apply([("ann", -8), ("cid", 8)])
    assert (ledger.balance("ann"), ledger.balance("bob")) == (0, 2)
    assert (ledger.balance("cid"), ledger.total()) == (8, 10)


@every_order
def test_a_batch_is_refused_as_a_whole(submission):
    """A batch in which any balance would end below zero raises ValueError and changes nothing."""
    ledger = submission.Ledger()
    ledger.apply([("ann", 5), ("bob", 2)])
    for batch in (
        [("ann", 1), ("cid", 4), ("bob", -3)],
        [("bob", -3), ("ann", 1)],
        [("ann", 1), ("ann", -3), ("ann", -4)],
    ):
        assert refused(ledger.apply, batch), f"apply({batch}) raised no ValueError"
        assert (ledger.balance("ann"), ledger.balance("bob")) == (5, 2)
        assert (ledger.balance("cid"), ledger.total()) == (0, 7)
    ledger.apply([("ann", -5), ("bob", 5)])
    assert (ledger.balance("ann"), ledger.balance("bob")) == (0, 7)


@every_order
def test_two_changes_at_once_both_count(submission):
    """Two who change one balance at the same moment both count."""
    ledger = submission.Ledger()
    ledger.apply([])
    together(
        ann=lambda: ledger.add("pot", 3),
        bob=lambda: ledger.apply([("tea", 1), ("pot", 4)]),
    )
    assert (ledger.balance("pot"), ledger.balance("tea")) == (7, 1)
    assert ledger.total() == 8


@every_order
def test_opposite_batches_both_finish(submission):
    """Two batches over the same names, in opposite order, both finish."""
    ledger = submission.Ledger()
    ledger.apply([("ann", 5), ("bob", 5)])
    together(
        to_bob=lambda: ledger.apply([("ann", -3), ("bob", 3)]),
        to_ann=lambda: ledger.apply([("bob", -1), ("ann", 1)]),
    )
    assert (ledger.balance("ann"), ledger.balance("bob")) == (3, 7)


@every_order
def test_never_takes_more_than_there_is(submission):
    """Of two who take from one balance, and only one of them can, exactly one is refused."""
    ledger = submission.Ledger()
    ledger.add("pot", 10)
    went = together(
        ann=lambda: refused(ledger.add, "pot", -8),
        bob=lambda: refused(ledger.apply, [("bob", 7), ("pot", -7)]),
    )
    assert sorted(went.values()) == [False, True]
    left = (3, 7) if went["ann"] else (2, 0)
    assert (ledger.balance("pot"), ledger.balance("bob")) == left


@every_order
def test_total_sees_no_half_batch(submission):
    """`total` sees all of a batch or nothing of it, at any moment."""
    ledger = submission.Ledger()
    ledger.add("ann", 5)
    got = together(
        ann=lambda: ledger.apply([("ann", -5), ("bob", 2), ("cid", 3)]),
        reader=ledger.total,
    )
    assert got["reader"] == 5


@every_order
def test_balances_show_no_half_batch(submission):
    """Whoever sees the first entry of a batch sees its last one as well."""
    ledger = submission.Ledger()
    got = together(
        ann=lambda: ledger.apply([("ann", 5), ("bob", 2)]),
        reader=lambda: (ledger.balance("ann"), ledger.balance("bob")),
        other=lambda: (ledger.balance("bob"), ledger.balance("ann")),
    )
    assert got["reader"] in ((0, 0), (0, 2), (5, 2))
    assert got["other"] in ((0, 0), (0, 5), (2, 5))


@every_order
def test_a_refused_batch_was_never_there(submission):
    """Nobody sees a batch that is refused, and no other change is lost with it."""
    ledger = submission.Ledger()
    ledger.add("ann", 1)
    got = together(
        batch=lambda: refused(ledger.apply, [("ann", 5), ("bob", 2), ("poor", -1)]),
        reader=lambda: ledger.balance("ann"),
        giver=lambda: ledger.add("cid", 7),
    )
    assert got["batch"]
    assert got["reader"] == 1
    assert (ledger.balance("ann"), ledger.balance("cid"), ledger.total()) == (1, 7, 8)
