"""counter: no increment is lost, whoever goes first."""

from threadlings import every_order, together


@every_order
def test_counts_from_zero(submission):
    """A new counter is at 0, and three increments bring it to 3."""
    counter = submission.Counter()
    assert counter.value == 0
    for _ in range(3):
        counter.increment()
    assert counter.value == 3


@every_order
def test_two_increments_at_once_both_count(submission):
    """Ann's and Bob's increments both count, whoever goes first."""
    counter = submission.Counter()
    together(ann=counter.increment, bob=counter.increment)
    assert counter.value == 2


@every_order
def test_three_people_count_twice_each(submission):
    """Three people who count twice each make 6."""
    counter = submission.Counter()

    def twice():
        counter.increment()
        counter.increment()

    together(ann=twice, bob=twice, cid=twice)
    assert counter.value == 6


@every_order
def test_a_reader_disturbs_nobody(submission):
    """Whoever reads the value meanwhile sees 0, 1 or 2 and disturbs nobody."""
    counter = submission.Counter()
    seen = together(
        ann=counter.increment,
        bob=counter.increment,
        reader=lambda: counter.value,
    )
    assert seen["reader"] in (0, 1, 2)
    assert counter.value == 2


@every_order
def test_two_counters_count_on_their_own(submission):
    """Two counters count on their own."""
    sheep, goats = submission.Counter(), submission.Counter()
    together(ann=sheep.increment, bob=goats.increment)
    sheep.increment()
    assert (sheep.value, goats.value) == (2, 1)
