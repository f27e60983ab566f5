"""shared_counter: a process for each chunk, and one number that they share."""

from threadlings import blame, burn, clock, every_order, seen, sleep, watch

VALUES = 60  # runs, for what hangs on the birds more than on the order


def is_stork(bird):
    """What is to be counted."""
    return bird == "stork"


def is_missing(bird):
    """Counts the empty places."""
    return bird is None


def doubtful(bird):
    """A stork on a scarecrow can't be told."""
    if bird == "scarecrow":
        raise LookupError("is it one?", 7)
    return bird == "stork"


def slow_doubtful(bird):
    """The good ones take their time."""
    if bird != "scarecrow":
        sleep(2)
    return doubtful(bird)


def _look(bird):
    burn(1)
    return bird == "stork"


look = watch(_look)  # it stands outside of the processes and sees them all


def reset():
    """Forget the looks of earlier runs."""
    look.forget()


def raised_by(submission, chunks, predicate):
    """What `count_matches` raises, or else what it returns."""
    try:
        return submission.count_matches(chunks, predicate)
    except LookupError as error:
        return error


@every_order(preemptions=1, runs=VALUES)
def test_counts_what_matches(submission):
    """What matches is counted in all chunks, long, short or empty."""
    chunks = [["stork", "crane", "stork"], [], ["stork"]]
    assert submission.count_matches(chunks, is_stork) == 3
    assert submission.count_matches([[None, "crane", None]], is_missing) == 2


@every_order(preemptions=0)
def test_hundreds(submission):
    """Hundreds are counted as well: 300 storks in one chunk are 300."""
    assert submission.count_matches([["stork"] * 300], is_stork) == 300


@every_order
def test_two_at_the_board(submission):
    """Two watchers who see a stork at the same moment both count."""
    assert submission.count_matches([["stork"], ["stork"]], is_stork) == 2


@every_order
def test_three_count_twice(submission):
    """Three watchers who see two storks each make 6."""
    assert submission.count_matches([["stork", "stork"]] * 3, is_stork) == 6


@every_order(runs=VALUES)
def test_one_process_for_each_chunk(submission):
    """Each chunk is looked through once, in a process of its own and not in the caller's."""
    reset()
    submission.count_matches([["stork", "crane"], ["heron"]], look)
    with blame("wrong-tool"):
        outside = look.threads - {*seen().processes}
        assert not outside, "a bird was looked at outside of the processes"
    calls = len(look.calls)
    assert calls == 3, f"three birds were looked at {calls} times in all"
    with blame("wrong-tool"):
        processes = len(look.threads)
        assert processes == 2, (
            f"two chunks were looked through in {processes} processes"
        )
    alone = [call.thread for call in look.calls if call.arguments == ("heron",)]
    with blame("wrong-tool"):
        crowd = [call for call in look.calls if call.thread in alone]
        assert len(crowd) == 1, "a process looked through parts of two chunks"


@every_order(time="ideal", preemptions=1)
def test_all_at_the_same_time(submission):
    """All chunks are looked through at the same time: three of two seconds take two seconds."""
    reset()
    submission.count_matches([["stork", "crane"]] * 3, look)
    took = clock()
    with blame("serial"):
        assert look.peak == 3, f"of three chunks at most {look.peak} were in progress"
        assert took < 6, f"three chunks of two seconds took {took:g} seconds"


@every_order
def test_one_shared_value(submission):
    """The number that they share is a `Value` of `multiprocessing`."""
    submission.count_matches([["stork"], ["stork"]], is_stork)
    with blame("wrong-tool"):
        assert seen().used & {"Value", "RawValue"}, "nobody used a Value"


@every_order(preemptions=1)
def test_begins_at_zero(submission):
    """Every call begins at zero."""
    assert submission.count_matches([["stork"], ["stork"]], is_stork) == 2
    assert submission.count_matches([["crane", "stork"]], is_stork) == 1


@every_order(preemptions=1)
def test_an_exception_reaches_the_caller(submission):
    """What the predicate raises reaches the caller; when several chunks raise, it is one of them."""
    for chunks in ([["stork", "scarecrow"], ["stork"]], [["scarecrow"], ["scarecrow"]]):
        error = raised_by(submission, chunks, doubtful)
        assert isinstance(error, LookupError), "the exception did not reach the caller"
        assert error.args == ("is it one?", 7)


@every_order(preemptions=1)
def test_an_exception_hurts_nobody_else(submission):
    """After an exception the next call counts as ever."""
    raised_by(submission, [["stork", "scarecrow"]], doubtful)
    assert submission.count_matches([["stork"], ["stork"]], doubtful) == 2


@every_order(preemptions=1)
def test_nothing_is_left_behind(submission):
    """When `count_matches` comes back or raises, every process that it started has ended."""
    submission.count_matches([["stork"], ["crane"]], is_stork)
    raised_by(submission, [["scarecrow"], ["stork"]], slow_doubtful)


@every_order
def test_no_chunks(submission):
    """No chunks make 0, and so do chunks that are empty."""
    assert submission.count_matches([], is_stork) == 0
    assert submission.count_matches([[], []], is_stork) == 0


def _nod(bird):
    return bird == "stork"


nod = watch(_nod, meet=2)


@every_order(joined=True, confirmed=True)
def test_in_real_processes(submission):
    """So it is in real processes, where two watchers wait for each other before they count."""
    nod.forget()
    assert submission.count_matches([["stork"], ["stork"]], nod) == 2
    with blame("wrong-tool"):
        outside = nod.threads - {*seen().processes}
        assert not outside, "a bird was looked at outside of the processes"
