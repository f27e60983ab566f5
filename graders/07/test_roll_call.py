"""roll_call: every thread has a name, and only ours are counted."""

from threadlings import blame, clock, every_order, sleep, watch


@every_order
def test_each_job_runs_under_its_key(submission):
    """Each job runs once, on a thread that is named by its key."""
    ran = []

    @watch
    def do(name):
        ran.append(name)

    calls = {name: (lambda name=name: do(name)) for name in ("cid", "ann", "bob")}
    roll = submission.RollCall()
    roll.start(calls)
    roll.wait()
    with blame("wrong-tool"):
        assert "main" not in do.threads, "the caller's thread did a job itself"
    assert sorted(ran) == ["ann", "bob", "cid"]
    under = {call.arguments[0]: call.thread for call in do.calls}
    assert under == {"ann": "ann", "bob": "bob", "cid": "cid"}


@every_order
def test_wait_tells_the_names(submission):
    """`wait` tells for each key the name of the thread that its job ran on, once all have ended."""

    @watch
    def job():
        sleep(1)

    roll = submission.RollCall()
    roll.start({"bob": job, "ann": job})
    assert roll.wait() == {"ann": "ann", "bob": "bob"}
    assert [call.ended is None for call in job.calls] == [False, False]


@every_order(time="ideal")
def test_present_tells_who_is_still_there(submission):
    """`present` tells the sorted names of those who are still at work, and `count` how many they are."""
    roll = submission.RollCall()
    roll.start(
        {"cid": lambda: sleep(4), "ann": lambda: sleep(2), "bob": lambda: sleep(6)}
    )
    found = []
    for _ in range(4):
        sleep(1 if not found else 2)
        found.append((roll.present(), roll.count()))
    roll.wait()
    assert found == [
        (["ann", "bob", "cid"], 3),
        (["bob", "cid"], 2),
        (["bob"], 1),
        ([], 0),
    ]


@every_order(time="ideal")
def test_only_its_own_are_counted(submission):
    """Threads of others are not counted, not even those with the same names."""
    ours, theirs = submission.RollCall(), submission.RollCall()
    ours.start({"ann": lambda: sleep(3), "bob": lambda: None})
    theirs.start({"bob": lambda: sleep(5)})
    sleep(1)
    present = ours.present(), ours.count(), theirs.present(), theirs.count()
    names, ended = ours.wait(), clock()
    others = theirs.wait()
    assert present == (["ann"], 1, ["bob"], 1)
    assert names == {"ann": "ann", "bob": "bob"}
    with blame("late"):
        assert ended == 3, f"ours had ended at 3 s, wait() came back at {ended:g} s"
    assert others == {"bob": "bob"}


@every_order(time="ideal")
def test_all_run_at_the_same_time(submission):
    """`start` comes back at once, and all jobs run at the same time."""

    @watch
    def job():
        sleep(2)

    roll = submission.RollCall()
    roll.start({"ann": job, "bob": job})
    with blame("serial"):
        assert clock() == 0, f"start() came back after {clock():g} s"
    roll.wait()
    with blame("serial"):
        assert clock() == 2, f"two jobs of 2 s took {clock():g} s"


@every_order(joined=True)
def test_an_error_reaches_the_caller(submission):
    """An exception of a job reaches the caller of `wait`, once all have ended."""

    @watch
    def long():
        sleep(5)

    def fail():
        raise LookupError("lost")

    roll = submission.RollCall()
    roll.start({"ann": fail, "bob": long})
    told = None
    try:
        roll.wait()
    except LookupError as error:
        told = str(error)
    assert told == "lost", "the exception of a job was lost"
    assert [call.ended is None for call in long.calls] == [False], "bob still works"


@every_order(joined=True)
def test_wait_joins_them_all(submission):
    """When `wait` comes back, every thread has ended, and nobody is present."""
    roll = submission.RollCall()
    roll.start({"ann": lambda: None, "bob": lambda: None})
    roll.wait()
    assert (roll.present(), roll.count()) == ([], 0)


@every_order
def test_nobody_at_all(submission):
    """Without jobs nobody is present, and there is nobody to wait for."""
    roll = submission.RollCall()
    roll.start({})
    assert (roll.present(), roll.count(), roll.wait()) == ([], 0, {})
