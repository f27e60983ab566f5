"""bounded_buffer: whoever can't go on waits, and is woken when it is time."""

from threadlings import blame, clock, every_order, seen, sleep, together


@every_order
def test_first_in_first_out(submission):
    """Items come out in the order in which they went in."""
    buffer = submission.BoundedBuffer(3)
    for item in (2, 1, 3):
        buffer.put(item)
    assert [buffer.get(), buffer.get(), buffer.get()] == [2, 1, 3]
    for item in (None, None):
        buffer.put(item)
    assert [buffer.get(), buffer.get(), len(buffer)] == [None, None, 0]


@every_order
def test_len_tells_how_many_are_inside(submission):
    """`len` tells how many items are inside, up to the capacity."""
    buffer, other = submission.BoundedBuffer(2), submission.BoundedBuffer(5)
    other.put("elsewhere")
    assert len(buffer) == 0
    sizes = []
    for item in "ab":
        buffer.put(item)
        sizes.append(len(buffer))
    buffer.get()
    assert [*sizes, len(buffer)] == [1, 2, 1]


@every_order(time="ideal")
def test_get_waits_for_an_item(submission):
    """`get` on an empty buffer waits, and comes back as soon as an item is there."""
    buffer = submission.BoundedBuffer(1)

    def write():
        sleep(7.03)
        buffer.put("late")

    def read():
        return buffer.get(), clock()

    got = together(reader=read, writer=write)
    assert got["reader"][0] == "late"
    came = got["reader"][1]
    with blame("late"):
        assert came == 7.03, f"the item came at 7.03 s, get() came back at {came:g} s"


@every_order(time="ideal")
def test_put_waits_for_room(submission):
    """`put` on a full buffer waits, and comes back as soon as there is room."""
    buffer = submission.BoundedBuffer(2)
    sizes = []

    def write():
        for item in "abc":
            buffer.put(item)
        return clock()

    def read():
        sleep(7.03)
        sizes.append(len(buffer))
        return [buffer.get() for _ in range(3)]

    got = together(writer=write, reader=read)
    assert sizes >= [2], f"there is room for 2, and only {sizes[0]} were put in"
    with blame("too-parallel"):
        assert sizes <= [2], f"there is room for 2, and {sizes[0]} were inside"
    assert got["reader"] == ["a", "b", "c"]
    came = got["writer"]
    assert came >= 7.03, f"put() came back at {came:g} s, before there was room"
    with blame("late"):
        assert came == 7.03, f"room came at 7.03 s, put() came back at {came:g} s"


@every_order
def test_two_at_each_end(submission):
    """Two producers and two consumers with room for one: every item arrives once."""
    buffer = submission.BoundedBuffer(1)
    got = together(
        ann=lambda: buffer.put("a"),
        bob=lambda: buffer.put("b"),
        cid=buffer.get,
        dora=buffer.get,
    )
    assert {got["cid"], got["dora"]} == {"a", "b"}


@every_order
def test_never_more_than_the_capacity(submission):
    """Two producers at a full buffer never get more into it than its capacity."""
    buffer = submission.BoundedBuffer(1)
    buffer.put("x")

    def put(item):
        buffer.put(item)
        return len(buffer)

    got = together(
        ann=lambda: put("a"),
        bob=lambda: put("b"),
        cid=lambda: [buffer.get(), buffer.get()],
    )
    assert max(got["ann"], got["bob"]) <= 1
    assert sorted([*got["cid"], buffer.get()]) == ["a", "b", "x"]


@every_order
def test_two_who_wait_for_items(submission):
    """Two who wait for items are both woken when two items come."""
    buffer = submission.BoundedBuffer(2)
    got = together(
        ann=buffer.get,
        bob=buffer.get,
        cid=lambda: [buffer.put(n) for n in (1, 2)],
    )
    assert {got["ann"], got["bob"]} == {1, 2}


@every_order
def test_two_who_wait_for_room(submission):
    """Two who wait for room are both woken when two items go."""
    buffer = submission.BoundedBuffer(2)
    buffer.put(1)
    buffer.put(2)
    got = together(
        ann=lambda: buffer.put(3),
        bob=lambda: buffer.put(4),
        cid=lambda: [buffer.get(), buffer.get()],
    )
    assert sorted([*got["cid"], buffer.get(), buffer.get()]) == [1, 2, 3, 4]


@every_order(time="ideal")
def test_waits_in_a_condition(submission):
    """Whoever waits, waits in a `Condition`."""
    buffer = submission.BoundedBuffer(1)

    def write():
        buffer.put("a")
        buffer.put("b")
        sleep(1)
        buffer.put("c")

    def read():
        sleep(1)
        return [buffer.get() for _ in range(3)]

    together(reader=read, writer=write)
    waited = seen().waited
    with blame("wrong-tool"):
        for who in ("reader", "writer"):
            tools = waited.get(who, ())
            assert "Condition" in tools, f"the {who} waited, but in no Condition"
