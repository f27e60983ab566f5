"""ping_pong: in turn, and both come home."""

from threadlings import blame, clock, every_order, seen, sleep, watch


@every_order
def test_in_turn(submission):
    """Ping and pong are said in turn, ping first, each `rounds` times."""
    said = []
    say = watch(said.append)
    submission.rally(3, say)
    assert said == ["ping", "pong"] * 3, f"it went {' '.join(said)}"


@every_order
def test_never_at_the_same_time(submission):
    """Nobody speaks while the other one is still speaking, however slow."""
    said = []

    @watch
    def say(word):
        said.append(f"{word} begins")
        sleep(1)
        said.append(f"{word} ends")

    submission.rally(2, say)
    with blame("too-parallel"):
        assert say.peak == 1, "both were speaking at the same time"
    turn = ["ping begins", "ping ends", "pong begins", "pong ends"]
    assert said == turn * 2, f"it went {', '.join(said)}"


@every_order
def test_once(submission):
    """One round is one ping and one pong."""
    said = []
    submission.rally(1, watch(said.append))
    assert said == ["ping", "pong"]


@every_order
def test_no_rounds(submission):
    """Without rounds nobody says anything."""
    said = []
    submission.rally(0, said.append)
    assert said == []


@every_order
def test_two_threads(submission):
    """One thread says every ping, another one every pong, and the caller says nothing."""

    @watch
    def say(word):
        return None

    submission.rally(2, say)
    pings, pongs = (
        {call.thread for call in say.calls if call.arguments == (word,)}
        for word in ("ping", "pong")
    )
    with blame("wrong-tool"):
        assert "main" not in pings | pongs, "the caller's thread spoke itself"
        assert len(pings) == len(pongs) == 1, "a word was said by several threads"
        assert pings != pongs, "one thread said both"


@every_order(time="ideal")
def test_as_soon_as_it_is_its_turn(submission):
    """Each speaks as soon as the other one has ended."""

    @watch
    def say(word):
        sleep(3 if word == "ping" else 2)

    submission.rally(3, say)
    with blame("late"):
        assert clock() == 15, f"3 x (3 + 2) s of talk took {clock():g} s"


@every_order
def test_waits_for_an_event(submission):
    """The players wait for an `Event`."""
    submission.rally(2, watch(lambda word: None))
    with blame("wrong-tool"):
        assert "Event" in seen().used, "nobody used an Event"


@every_order(joined=True)
def test_an_error_reaches_the_caller(submission):
    """An exception of `say` reaches the caller of `rally`, once both threads have ended."""
    for number in range(4):
        words = []

        @watch
        def say(word):
            words.append(word)
            if len(words) == number + 1:
                raise LookupError(f"lost at {number}")

        told = None
        try:
            submission.rally(2, say)
        except LookupError as error:
            told = str(error)
        assert told == f"lost at {number}", "the exception of say() was lost"


@every_order(joined=True)
def test_both_have_ended(submission):
    """When `rally` comes back, both threads have ended, and it can be played again."""
    said = []
    submission.rally(2, said.append)
    submission.rally(1, said.append)
    assert said == ["ping", "pong"] * 3
