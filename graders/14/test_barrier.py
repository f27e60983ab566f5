"""barrier: nobody goes on before all are there, in every round."""

from threadlings import blame, clock, every_order, seen, sleep, together, watch


def hike(barrier, names, rounds=1, seconds=None):
    """Let each name come to the barrier *rounds* times; gives what each saw.

    For every round its place and who had come by then; *seconds* is how long each of
    them walks.
    """
    came = {name: 0 for name in names}
    step = watch(lambda: None)  # what follows it happens then, in the order of all

    def walk(name):
        log = []
        for _ in range(rounds):
            if seconds:
                sleep(seconds[name])
            step()
            came[name] += 1
            place = barrier.wait()
            step()
            log.append((place, min(came.values())))
        return log

    return together(**{name: (lambda name=name: walk(name)) for name in names})


def right(got, rounds=1):
    """Fails when somebody went on too early, or the places are not 0, 1, 2, …"""
    for number in range(rounds):
        places = [log[number][0] for log in got.values()]
        assert all(log[number][1] > number for log in got.values()), "went on too early"
        assert sorted(places) == [*range(len(got))], f"the places are {places}"


@every_order
def test_two_meet(submission):
    """Two go on together, and one of them was first."""
    right(hike(submission.CyclicBarrier(2), ("ann", "bob")))


@every_order
def test_three_meet(submission):
    """Three go on together: one came first, one second and one last."""
    right(hike(submission.CyclicBarrier(3), ("ann", "bob", "cid")))


@every_order(time="ideal")
def test_the_order_of_arrival(submission):
    """`wait` tells the order of arrival in every round, and comes back when the last one is there."""
    barrier = submission.CyclicBarrier(3)

    def walk(*seconds):
        log = []
        for long in seconds:
            sleep(long)
            log.append((barrier.wait(), clock()))
        return log

    got = together(
        ann=lambda: walk(4, 5),
        bob=lambda: walk(1, 9),
        cid=lambda: walk(9, 1),
    )
    for number, (places, due) in enumerate((([1, 0, 2], 9), ([1, 2, 0], 18))):
        came = [got[name][number][0] for name in ("ann", "bob", "cid")]
        assert came == places, f"they came as {places}, and are told {came}"
        times = sorted(log[number][1] for log in got.values())
        first, last = times[0], times[-1]
        assert first >= due, (
            f"the last came at {due} s, somebody went on at {first:g} s"
        )
        with blame("late"):
            assert last == due, f"all were there at {due} s, one went on at {last:g} s"


@every_order
def test_round_after_round(submission):
    """It works again and again: in no round does anybody go on before all are there."""
    right(hike(submission.CyclicBarrier(2), ("ann", "bob"), rounds=3), rounds=3)


@every_order
def test_three_in_two_rounds(submission):
    """Three meet twice, and the quick one is not let through the second time."""
    right(hike(submission.CyclicBarrier(3), ("ann", "bob", "cid"), rounds=2), rounds=2)


@every_order(waiters="surprise")
def test_nobody_is_fooled(submission):
    """Whoever wakes up for no reason sees that it is too early, and waits on."""
    right(hike(submission.CyclicBarrier(2), ("ann", "bob"), rounds=2), rounds=2)


@every_order
def test_one_alone(submission):
    """A barrier for one lets it through, always as number 0."""
    barrier = submission.CyclicBarrier(1)
    assert [barrier.wait(), barrier.wait()] == [0, 0]


@every_order
def test_two_barriers(submission):
    """Two barriers have nothing to do with each other."""
    left, right_ = submission.CyclicBarrier(2), submission.CyclicBarrier(2)

    def both():
        return left.wait(), right_.wait()

    got = together(ann=both, bob=both)
    assert sorted(place for place, _ in got.values()) == [0, 1]
    assert sorted(place for _, place in got.values()) == [0, 1]


@every_order(time="ideal")
def test_waits_in_a_condition(submission):
    """Whoever waits, waits in a `Condition`."""
    hike(submission.CyclicBarrier(2), ("ann", "bob"), seconds={"ann": 0, "bob": 3})
    with blame("wrong-tool"):
        tools = seen().waited.get("ann", ())
        assert "Condition" in tools, "ann waited, but in no Condition"
