"""transfer: two locks, and nobody waits in a circle."""

from threadlings import blame, clock, every_order, sleep, together


class Slow(int):
    """Money that takes a second to count."""

    def _slowly(name):
        def count(self, other):
            sleep(1)
            found = getattr(int, name)(self, other)
            return found if type(found) is not int else Slow(found)

        return count

    __add__, __radd__ = _slowly("__add__"), _slowly("__radd__")
    __sub__, __rsub__ = _slowly("__sub__"), _slowly("__rsub__")
    __lt__, __gt__ = _slowly("__lt__"), _slowly("__gt__")
    __le__, __ge__ = _slowly("__le__"), _slowly("__ge__")

    def __int__(self):
        sleep(1)
        return self

    __index__ = __int__


@every_order
def test_a_transfer_moves_the_amount(submission):
    """A transfer moves the amount and returns True; with too little it returns False and nothing moves."""
    ann, bob = submission.Account(100), submission.Account(5)
    assert submission.transfer(ann, bob, 30) is True
    assert (ann.balance, bob.balance) == (70, 35)
    assert submission.transfer(ann, bob, 71) is False
    assert (ann.balance, bob.balance) == (70, 35)
    assert submission.transfer(ann, bob, 70) is True
    assert (ann.balance, bob.balance) == (0, 105)
    assert submission.transfer(bob, ann, 5) is True
    assert (ann.balance, bob.balance) == (5, 100)


@every_order
def test_opposite_transfers_both_finish(submission):
    """Ann and Bob send each other money at the same moment: both transfers finish and the sums are right."""
    ann, bob = submission.Account(100), submission.Account(100)
    went = together(
        to_bob=lambda: submission.transfer(ann, bob, 30),
        to_ann=lambda: submission.transfer(bob, ann, 7),
    )
    assert went == {"to_bob": True, "to_ann": True}
    assert (ann.balance, bob.balance) == (77, 123)


@every_order
def test_never_takes_more_than_there_is(submission):
    """Two withdrawals from one account at the same moment never take more than it has."""
    ann, bob, cid = (submission.Account(n) for n in (10, 0, 0))
    went = together(
        to_bob=lambda: submission.transfer(ann, bob, 8),
        to_cid=lambda: submission.transfer(ann, cid, 7),
    )
    assert sorted(went.values()) == [False, True]
    expected = (2, 8, 0) if went["to_bob"] else (3, 0, 7)
    assert (ann.balance, bob.balance, cid.balance) == expected


@every_order
def test_one_has_enough(submission):
    """Of two withdrawals at once, one too large and one just covered, the covered one succeeds."""
    ann, bob, cid = (submission.Account(n) for n in (10, 0, 0))
    went = together(
        to_bob=lambda: submission.transfer(ann, bob, 11),
        to_cid=lambda: submission.transfer(ann, cid, 10),
    )
    assert went == {"to_bob": False, "to_cid": True}
    assert (ann.balance, bob.balance, cid.balance) == (0, 0, 10)


@every_order
def test_a_circle_of_friends(submission):
    """Three friends who pay each other in a circle all finish."""
    ann, bob, cid = (submission.Account(10) for _ in range(3))
    together(
        to_bob=lambda: submission.transfer(ann, bob, 1),
        to_cid=lambda: submission.transfer(bob, cid, 2),
        to_ann=lambda: submission.transfer(cid, ann, 4),
    )
    assert (ann.balance, bob.balance, cid.balance) == (13, 9, 8)


@every_order
def test_to_itself(submission):
    """A transfer from an account to itself finishes and changes nothing."""
    ann, bob = submission.Account(10), submission.Account(10)
    together(
        own=lambda: submission.transfer(ann, ann, 3),
        other=lambda: submission.transfer(bob, ann, 4),
    )
    assert (ann.balance, bob.balance) == (14, 6)
    assert submission.transfer(bob, bob, 6) is True
    assert submission.transfer(bob, bob, 7) is False
    assert bob.balance == 6


@every_order(time="ideal")
def test_different_pairs_overlap(submission):
    """Two transfers between different pairs of accounts can happen at the same time."""
    ann, bob, cid, dora = (submission.Account(Slow(10)) for _ in range(4))
    submission.transfer(ann, bob, Slow(1))
    alone = clock()
    together(
        to_bob=lambda: submission.transfer(ann, bob, Slow(1)),
        to_dora=lambda: submission.transfer(cid, dora, Slow(1)),
    )
    with blame("serial"):
        took = clock() - alone
        assert took < 2 * alone, f"two took {took:g} s, one alone {alone:g} s"
