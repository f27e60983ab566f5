"""gather_results: what the children send, in order, and what they don't."""

import os

from threadlings import blame, burn, clock, every_order, seen, sleep, watch

BIG = 300_000  # far more than a pipe holds


def double(number):
    """A quick result."""
    return number * 2


def strange(name):
    """Results that are easily taken for something else."""
    return {"none": None, "note": ValueError("a result like any other")}.get(name, name)


def grow(letter):
    """A result that does not fit into a pipe."""
    return letter * BIG


def slowly(job):
    """*job* is (seconds, what it comes to): a result, or an exception to raise."""
    seconds, result = job
    sleep(seconds)
    if isinstance(result, Exception):
        raise result
    return result


def pick(apple):
    """Good apples come home, rotten ones raise, a wasp or a moth ends the picker."""
    if apple in ("wasp", "moth"):
        os._exit(3 if apple == "wasp" else 0)
    if apple == "rotten":
        raise LookupError("rotten", 7)
    return apple.upper()


def pick_slowly(job):
    """*job* is (seconds, apple)."""
    seconds, apple = job
    sleep(seconds)
    return pick(apple)


def _climb(seconds):
    ended = sum(call.ended is not None for call in climb.calls)
    about.append(len(seen().processes) - ended)
    burn(seconds)
    return seconds


climb = watch(_climb)  # it stands outside of the processes and sees them all
about = []  # how many pickers can have been about, at the beginning of each call


def reset():
    """Forget the calls of earlier runs."""
    climb.forget()
    about.clear()


def raised_by(submission, *arguments):
    """What `parallel_map` raises, or else what it returns."""
    try:
        return submission.parallel_map(*arguments)
    except (ChildProcessError, LookupError, ValueError) as error:
        return error


@every_order(preemptions=1)
def test_results_in_order_of_the_items(submission):
    """The results come back in the order of the items, whichever is there first."""
    assert submission.parallel_map(double, [4, 4, 0], 2) == [8, 8, 0]


@every_order(time="ideal", preemptions=1)
def test_the_last_one_is_the_quickest(submission):
    """That is so, too, when the last item is done long before the first one."""
    jobs = [(3, "cox"), (2, "boskoop"), (1, "gala")]
    apples = submission.parallel_map(slowly, jobs, 3)
    assert apples == ["cox", "boskoop", "gala"]


@every_order(preemptions=1)
def test_any_item_and_any_result(submission):
    """`None` is an item and a result like any other, and so are a list and an exception that is returned."""
    results = submission.parallel_map(strange, [None, "none", "note", 0], 2)
    assert results[:2] == [None, None]
    assert repr(results[2]) == "ValueError('a result like any other')"
    assert results[3] == 0
    assert submission.parallel_map(double, [[7], [8, 9]], 2) == [[7, 7], [8, 9, 8, 9]]


@every_order(preemptions=1)
def test_large_results(submission):
    """Results of any size arrive, whoever waits for whom."""
    baskets = submission.parallel_map(grow, ["a", "b"], 2)
    sizes = [(basket[0], len(basket)) for basket in baskets]
    assert sizes == [("a", BIG), ("b", BIG)]


@every_order(preemptions=1)
def test_many_large_results(submission):
    """One process can send several of them."""
    baskets = submission.parallel_map(grow, ["a", "b", "c"], 1)
    sizes = [(basket[0], len(basket)) for basket in baskets]
    assert sizes == [("a", BIG), ("b", BIG), ("c", BIG)]


@every_order(preemptions=1)
def test_an_exception_reaches_the_caller(submission):
    """What `func` raises reaches the caller, as it was raised."""
    for apples, workers in ((["cox", "rotten"], 2), (["rotten", "cox"], 1)):
        error = raised_by(submission, pick, apples, workers)
        assert isinstance(error, LookupError), "the exception did not reach the caller"
        assert error.args == ("rotten", 7)


@every_order(time="ideal", preemptions=1)
def test_the_first_exception_in_item_order(submission):
    """When several items raise, it is the first exception in the order of the items, however late it is."""
    jobs = [(1, "cox"), (3, LookupError("first")), (1, ValueError("second"))]
    for workers in (3, 2):
        error = raised_by(submission, slowly, jobs, workers)
        assert repr(error) == "LookupError('first')"


@every_order(preemptions=1)
def test_a_child_that_dies(submission):
    """When a child dies, `ChildProcessError` is raised, and nobody waits for ever."""
    for apples, workers in ((["cox", "wasp"], 2), (["wasp", "wasp"], 2), (["moth"], 1)):
        error = raised_by(submission, pick, apples, workers)
        dead = isinstance(error, ChildProcessError)
        assert dead, "a child died, and no ChildProcessError was raised"


@every_order(time="ideal", preemptions=1)
def test_a_child_that_dies_while_others_work(submission):
    """That is so, too, when another child has ended before or is still at work."""
    for late, early in (("cox", "wasp"), ("wasp", "cox")):
        error = raised_by(submission, pick_slowly, [(2, late), (1, early)], 2)
        dead = isinstance(error, ChildProcessError)
        assert dead, "a child died, and no ChildProcessError was raised"


@every_order(time="ideal", preemptions=1)
def test_at_most_workers(submission):
    """There are at most `workers` processes at any moment, and they do all the work."""
    reset()
    assert submission.parallel_map(climb, [1, 1, 1], 2) == [1, 1, 1]
    with blame("wrong-tool"):
        outside = climb.threads - {*seen().processes}
        assert not outside, "an item was done outside of the processes"
    with blame("too-parallel"):
        assert climb.peak <= 2, f"{climb.peak} items at once with 2 workers"
        assert max(about) <= 2, f"{max(about)} processes at once with 2 workers"
    calls = len(climb.calls)
    assert calls == 3, f"three items were done {calls} times in all"


@every_order(time="ideal", preemptions=1)
def test_at_the_same_time(submission):
    """All `workers` work at the same time: four items of one second take two of them two seconds."""
    reset()
    submission.parallel_map(climb, [1, 1, 1, 1], 2)
    took = clock()
    with blame("too-parallel"):
        assert climb.peak <= 2, f"{climb.peak} items at once with 2 workers"
    with blame("serial"):
        assert climb.peak == 2, "only one item at a time with 2 workers"
        assert took < 4, f"four items of one second took {took:g} seconds"


@every_order(preemptions=1)
def test_process_and_queue(submission):
    """It is built on `Process` and on a `Queue` of `multiprocessing`."""
    submission.parallel_map(double, [1, 2], 2)
    with blame("wrong-tool"):
        used = seen().used
        assert "Process" in used, "nobody used a Process"
        assert used & {"Queue", "JoinableQueue"}, "nobody used a multiprocessing.Queue"


@every_order(preemptions=1)
def test_more_workers_than_items(submission):
    """There may be more workers than items, or only one of them."""
    assert submission.parallel_map(double, [1, 2], 3) == [2, 4]
    assert submission.parallel_map(double, [1, 2, 3], 1) == [2, 4, 6]


@every_order(preemptions=1)
def test_nothing_is_left_behind(submission):
    """When `parallel_map` comes back or raises, every process that it started has ended."""
    submission.parallel_map(double, [1, 2], 2)
    raised_by(submission, pick_slowly, [(0, "rotten"), (2, "cox")], 2)


@every_order
def test_no_items(submission):
    """No items give an empty list."""
    assert submission.parallel_map(double, [], 2) == []


def _greet(apple):
    return apple.upper() * BIG


greet = watch(_greet, meet=2)


@every_order(joined=True, confirmed=True)
def test_in_real_processes(submission):
    """So it is in real processes, where two pickers wait for each other before they send a lot."""
    greet.forget()
    baskets = submission.parallel_map(greet, ["a", "b"], 2)
    assert [(one[0], len(one)) for one in baskets] == [("A", BIG), ("B", BIG)]
    with blame("wrong-tool"):
        outside = greet.threads - {*seen().processes}
        assert not outside, "an item was done outside of the processes"
