"""worker_queue: a few workers, one queue, every item once."""

from threadlings import blame, clock, every_order, seen, sleep, watch


@every_order
def test_results_in_order_of_the_items(submission):
    """Results come back in the order of the items, whoever finishes first."""
    assert submission.process_all([3, 0, 3], lambda n: n * 10, 2) == [30, 0, 30]
    assert submission.process_all([None, []], lambda item: item, 1) == [None, []]


@every_order
def test_an_exception_stands_in_its_place(submission):
    """An item whose `work` raises has the exception in its place, and the others are still done."""
    errors = {"bad": LookupError("bad"), "worse": ValueError("worse")}

    def work(item):
        if item in errors:
            raise errors[item]
        return "done"

    results = submission.process_all(["bad", "worse", "good"], work, 2)
    assert results == [errors["bad"], errors["worse"], "done"]


@every_order
def test_exactly_workers_threads(submission):
    """Exactly `workers` threads do the work, even when there are fewer items."""

    @watch
    def work(item):
        return item

    submission.process_all(["a", "b"], work, 3)
    started = len(seen().threads)
    with blame("wrong-tool"):
        assert "main" not in work.threads, "the caller's thread did some work itself"
    with blame("too-parallel"):
        assert started <= 3, f"{started} threads were started for 3 workers"
    with blame("wrong-tool"):
        assert started == 3, f"{started} threads were started for 3 workers"


@every_order(time="ideal", preemptions=1)
def test_all_work_at_the_same_time(submission):
    """All `workers` work at the same time: four items of one second take two workers two seconds."""

    @watch
    def work(item):
        sleep(1)

    submission.process_all(["a", "b", "c", "d"], work, 2)
    started = len(seen().threads)
    with blame("too-parallel"):
        assert work.peak <= 2, f"{work.peak} items at once with 2 workers"
        assert started <= 2, f"{started} threads were started for 2 workers"
    with blame("serial"):
        assert work.peak == 2, "only one item at a time with 2 workers"
        assert clock() < 3, f"it took {clock():g} seconds"


@every_order
def test_items_come_through_a_queue(submission):
    """The items come through a `queue.Queue`."""
    submission.process_all(["a", "b"], lambda item: item, 1)
    with blame("wrong-tool"):
        used = seen().used & {"Queue", "PriorityQueue", "LifoQueue"}
        assert used, "nobody used a queue.Queue"


@every_order(joined=True)
def test_nothing_is_left_behind(submission):
    """When `process_all` comes back, every thread that it started has ended."""
    submission.process_all(["a", "b"], lambda item: item, 2)


@every_order
def test_no_items(submission):
    """No items give an empty list."""
    assert submission.process_all([], lambda item: item, 2) == []
