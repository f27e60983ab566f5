"""histogram: every value in its bin, and every stroke on the one sheet."""

from threadlings import blame, every_order, seen


@every_order(preemptions=1)
def test_every_value_in_its_bin(submission):
    """Each value is counted in the bin that it is in, also where the bins differ in width."""
    values = [7.5, 0.5, 42.0, 2.25, 9.75, 3.5]
    assert submission.histogram(values, [0, 1, 10, 100], 2) == [1, 4, 1]
    assert submission.histogram([-3.5, -0.5, 0.5], [-4, -1, 0, 2], 2) == [1, 1, 1]


@every_order(preemptions=1)
def test_on_the_edge(submission):
    """A value on an edge is in the bin that begins there; the last edge is part of the last bin."""
    assert submission.histogram([0.0, 5.0, 10.0], [0.0, 5.0, 10.0], 2) == [1, 2]
    assert submission.histogram([5, 5, 10, 10], [0, 5, 10, 15], 2) == [0, 2, 2]
    assert submission.histogram([2.5, 2.5], [1.5, 2.5], 1) == [2]


@every_order(preemptions=1)
def test_outside(submission):
    """What is below the first edge or above the last one is ignored."""
    values = [0.75, 4.5, 1.0, 2.5, -2.0, float("inf"), float("-inf")]
    assert submission.histogram(values, [1, 2, 3], 2) == [1, 1]
    assert submission.histogram([0.5, 4.0], [1, 2, 3], 2) == [0, 0]


@every_order(preemptions=0)
def test_hundreds(submission):
    """Hundreds in one bin are counted as well: 300 values are 300 strokes."""
    assert submission.histogram([2.5] * 300, [0, 5], 1) == [300]


@every_order
def test_two_strokes_at_once(submission):
    """Two strokes for one bin at the same moment both count."""
    assert submission.histogram([2.5, 3.5], [0, 5], 2) == [2]


@every_order
def test_strokes_side_by_side(submission):
    """Strokes for different bins don't undo each other."""
    assert submission.histogram([2.5, 7.5], [0, 5, 10], 2) == [1, 1]


@every_order
def test_three_at_the_sheet(submission):
    """Three helpers with two strokes each make 6."""
    assert submission.histogram([1, 7, 1, 7, 1, 7], [0, 5, 10], 3) == [3, 3]


@every_order(preemptions=1)
def test_nothing_is_left_over(submission):
    """Every value is counted once, however many there are for so many workers."""
    for count, workers in ((5, 2), (7, 3), (4, 3), (6, 4)):
        values = [n + 0.5 for n in range(count)]
        edges = list(range(count + 1))
        assert submission.histogram(values, edges, workers) == [1] * count


@every_order(preemptions=1)
def test_more_workers_than_values(submission):
    """There may be more workers than values, or only one of them."""
    assert submission.histogram([1.5, 0.5], [0, 1, 2], 3) == [1, 1]
    assert submission.histogram([1.5, 0.5, 1.25], [0, 1, 2], 1) == [1, 2]


@every_order(preemptions=1)
def test_workers_are_processes(submission):
    """Two workers are two processes."""
    submission.histogram([1.5, 0.5, 1.25, 0.25], [0, 1, 2], 2)
    started = len(seen().processes)
    with blame("too-parallel"):
        assert started <= 2, f"{started} processes were started for 2 workers"
    with blame("wrong-tool"):
        assert started == 2, f"{started} processes were started for 2 workers"


@every_order(preemptions=1)
def test_one_shared_array(submission):
    """They count into an `Array` of `multiprocessing`, and a list of the counts comes back."""
    counts = submission.histogram([1.5, 0.5], [0, 1, 2], 2)
    with blame("wrong-tool"):
        assert seen().used & {"Array", "RawArray"}, "nobody used an Array"
    assert isinstance(counts, list), "what came back is no list"
    assert counts == [1, 1]


@every_order(preemptions=1)
def test_a_new_sheet(submission):
    """Every call begins with an empty sheet, and leaves its values and edges as they were."""
    values, edges = [2.5, 0.5], [0, 1, 3]
    assert submission.histogram(values, edges, 2) == [1, 1]
    assert submission.histogram(values, edges, 2) == [1, 1]
    assert (values, edges) == ([2.5, 0.5], [0, 1, 3])


@every_order(preemptions=1)
def test_nothing_is_left_behind(submission):
    """When `histogram` comes back, every process that it started has ended."""
    submission.histogram([0.5, 1.5], [0, 1, 2], 2)


@every_order
def test_no_values(submission):
    """No values make a 0 in every bin."""
    assert submission.histogram([], [0, 1, 2, 3], 2) == [0, 0, 0]


@every_order(joined=True, confirmed=True)
def test_in_real_processes(submission):
    """So it is in real processes."""
    assert submission.histogram([1.5, 0.5, 2.0, 7.0], [0, 1, 2], 2) == [1, 2]
