"""A rewritten program means what it meant.

Every program here is executed as it is and rewritten, and has to print the same and
to raise the same at the same places.
"""

from __future__ import annotations

import ast
import builtins
import io
import random
import sys
import traceback
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from textwrap import dedent, indent
from types import CodeType, ModuleType
from typing import Any

import pytest

from threadlings import core
from threadlings.core import Run
from threadlings.fiber import Choice, Chooser, Fiber
from threadlings.load import HOOKS, Source
from threadlings.rewrite import rewrite
from threadlings.sharing import Sharing

FILE = "program.py"
PRELUDE = '''
def say(word, value=None):
    print(word)
    return value


class Box:
    """Tells how its attributes and items are used."""

    def __init__(self, name="box", **attributes):
        self.__dict__.update(attributes, name=name)

    def __getitem__(self, key):
        print(f"{self.name}[{key!r}]")
        return key

    def __setitem__(self, key, value):
        print(f"{self.name}[{key!r}] = {value!r}")

    def __delitem__(self, key):
        print(f"del {self.name}[{key!r}]")
'''


class Anybody(Chooser):
    """Gives the turn to anybody, the same in every run."""

    def __init__(self) -> None:
        self.random = random.Random(0)

    def choose(self, choice: Choice) -> Fiber | None:
        """Draw one."""
        return self.random.choice(choice.options)[0]


class Shown(io.StringIO):
    """What each virtual thread printed."""

    def __init__(self) -> None:
        super().__init__()
        self.by_thread: dict[str, str] = {}

    def write(self, text: str) -> int:
        """Keep *text* for the thread that has the turn."""
        name = core.current.current.name if core.current else "main"
        self.by_thread[name] = self.by_thread.get(name, "") + text
        return len(text)


def told(error: BaseException | None) -> Any:
    """Which exception it is, where the program raised it, and out of which other."""
    if error is None:
        return None
    frames = traceback.extract_tb(error.__traceback__)
    places = [_place(frame) for frame in frames if frame.filename == FILE]
    cause, context = error.__cause__, error.__context__
    return type(error).__name__, str(error), places, told(cause), told(context)


def _place(frame: traceback.FrameSummary) -> tuple[Any, ...]:
    columns = (
        getattr(frame, name, None) for name in ("end_lineno", "colno", "end_colno")
    )
    return frame.name, frame.lineno, *columns


def execute(code: CodeType) -> None:
    """Execute *code* as a module called `program`."""
    module = sys.modules["program"] = ModuleType("program")
    names = vars(builtins) | HOOKS
    vars(module).update(__builtins__=names, __file__=FILE)
    exec(code, vars(module))


def plain(source: str) -> tuple[str, Any]:
    """What *source* prints and raises as it is."""
    return alone(compile(source, FILE, "exec", dont_inherit=True))


def alone(code: CodeType) -> tuple[str, Any]:
    """Execute *code* where there is no run."""
    error = None
    with redirect_stdout(io.StringIO()) as out:
        try:
            execute(code)
        except BaseException as raised:
            error = told(raised)
    return out.getvalue(), error


def running(
    code: CodeType, source: str, names: tuple[str, ...], hot: bool
) -> list[tuple[str, Any]]:
    """Execute *code* in the threads *names* of one run; others are only there."""
    run = Run(Anybody(), limit=10**6)
    run.sharing = Sharing(everything=hot)
    run.sources[FILE] = source.splitlines()
    run.modules.add("program")

    def main() -> None:
        for name in names[1:]:
            work = (lambda: execute(code)) if name == "twin" else (lambda: None)
            run.add(name, work)
        execute(code)

    with redirect_stdout(Shown()) as out:
        record = run.play(main)
    doers = [name for name in names if name != "idler"]
    errors = record.errors
    return [(out.by_thread.get(name, ""), told(errors.get(name))) for name in doers]


WAYS: dict[str, Callable[[CodeType, str], list[tuple[str, Any]]]] = {
    "outside of a run": lambda code, source: [alone(code)],
    "as the only thread": lambda code, source: running(code, source, ("main",), True),
    "beside a thread": lambda code, source: running(
        code, source, ("main", "idler"), True
    ),
    "beside a thread, unshared": lambda code, source: running(
        code, source, ("main", "idler"), False
    ),
    "beside its twin": lambda code, source: running(
        code, source, ("main", "twin"), True
    ),
}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> Any:
    """One way to execute a rewritten program."""
    return WAYS[request.param]


@pytest.fixture(params=["as a module", "in a function"])
def alike(
    request: pytest.FixtureRequest, way: Any, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], None]:
    """Check that a program means the same as it is and rewritten."""
    monkeypatch.setitem(sys.modules, "program", ModuleType("program"))

    def check(program: str) -> None:
        source = PRELUDE + dedent(program)
        if request.param == "in a function":
            source = f"def program():\n{indent(source, '    ')}\nprogram()\n"
        expected = plain(source)
        code = compile(rewrite(source, FILE), FILE, "exec", dont_inherit=True)

        for found in way(code, source):
            assert found == expected

    return check


# ── binding ──────────────────────────────────────────────────────────────────
def test_augmented_assignment(alike: Any) -> None:
    """`a.b += v` and its kin evaluate their target once, in the language's order."""
    alike("""
        box, items, name = Box(x=1), [1, 2, 3], 1
        def get(thing, word):
            return say(word, thing)
        get(box, "box").x += say("value", 2)
        get(items, "items")[say("key", 1)] *= say("value", 5)
        get(items, "items")[say("low", 0):say("high", 2)] += say("value", [7, 8])
        get(box, "box")[say("key", "k")] += say("value", "v")
        get(box, "box")[1:2, ..., ::3] = say("value")
        get([[1], [2]], "nested")[get(0, "zero")][get(0, "zero")] -= say("value", 1)
        name += say("value", 2)
        name **= 3
        print(box.x, items, name)
        for operation in "+ - * // % ** << >> | & ^".split():
            spaces = {"x": 7}
            exec(f"x {operation}= 2", spaces)
            print(operation, spaces["x"])
        first = rest = [1]
        rest += (2,)
        rest *= 2
        print(first, first is rest)
        text = "a"
        text += "b"
        text += f"{text}c"
        print(text)
    """)


def test_augmented_operators_of_a_class(alike: Any) -> None:
    """`x += v` calls `__iadd__`, else `__add__` or `__radd__`, and binds the result."""
    alike("""
        class Sum:
            def __init__(self, n): self.n = n
            def __iadd__(self, other):
                print("iadd", other)
                return Sum(self.n + other)
            def __sub__(self, other): return say("sub", Sum(self.n - other))
            def __rmatmul__(self, other): return say("rmatmul", "made")
        class Keeper:
            @property
            def value(self): return say("get", self.kept)
            @value.setter
            def value(self, value): self.kept = say("set", value)
        x = box = Sum(1)
        x += 5
        print(x.n, x is box)
        x -= 1
        print(x.n)
        y = 3
        y @= x
        print(y)
        keeper = Keeper()
        keeper.value = Sum(1)
        keeper.value += 3
        keeper.value -= 1
        print(keeper.kept.n)
        pair = ([1], 2)
        try:
            pair[0] += [2]
        except TypeError as error:
            print(pair, error)
    """)


def test_chained_and_nested_targets(alike: Any) -> None:
    """Targets are bound from left to right, whatever they are made of."""
    alike("""
        box = Box()
        a = box.b = box[say("key", 1)] = say("value", [1, 2])
        print(a is box.b)
        (box.x, [box.y, *box.z]), *box[say("star", "s")], a = (1, "abc"), 2, 3, 4
        print(box.x, box.y, box.z, a)
        [box.one, box[2]] = 1, 2
        a, b = b, a = 1, 2
        print(a, b)
        a: int = say("value", 3)
        box.c: str = say("value", "c")
        box[say("key")]: int = 5
        (a): int = 6
        print(a, box.c)
        try:
            a, b = 1, 2, 3
        except ValueError as error:
            print(error)
        try:
            a, *b, c = 1,
        except ValueError as error:
            print(error)
    """)


def test_targets_of_loops_and_with(alike: Any) -> None:
    """A `for` and a `with` bind attributes, items and nested targets."""
    alike("""
        from contextlib import contextmanager
        @contextmanager
        def opened(value):
            print("open", value)
            yield value
            print("close", value)
        box, items = Box(), [0, 0, 0]
        for box.a in "xy":
            print(box.a)
        for items[say("index", 1)] in range(2):
            print(items)
        for box.a, (box[1], *rest) in [(1, "abc"), (2, "de")]:
            print(box.a, rest)
        with opened(1) as box.x, opened(box.x + 1) as items[0], opened("cd") as (a, b):
            print(box.x, items, a, b)
        with opened(5), opened([6, 7]) as [box.c, box.d]:
            print(box.c, box.d)
    """)


def test_shared_names_as_targets(alike: Any) -> None:
    """A variable that inner functions see is bound in all ways like any other."""
    alike("""
        from contextlib import contextmanager
        @contextmanager
        def opened(value):
            yield value
        def outer():
            x = y = 0
            def show():
                return x, y
            x += 1
            print(show())
            for x in range(2):
                print(show(), sorted(locals()))
            for x, (y, *z) in [(1, "ab"), (2, "cd")]:
                print(show(), z)
            with opened(7) as x, opened(x + 1) as (y), opened([x, y]) as (x, y):
                print(show(), sorted(locals()))
            (x, y), x = (1, 2), 3
            print(show())
            if (y := x + 1) > 3:
                print(show())
            print([x := n for n in range(3)], show())
            def change():
                nonlocal x, y
                x, y = y, x
                x += 10
                y *= 2
                for y in "q":
                    pass
            change()
            print(show())
            x: int = 4
            del x
            try:
                show()
            except NameError as error:
                print(type(error), error)
            try:
                x
            except UnboundLocalError as error:
                print(error)
            try:
                del x
            except UnboundLocalError as error:
                print(error)
            x = y = 1
            del (x, [y])
            print(sorted(locals()))
        outer()
    """)


def test_globals(alike: Any) -> None:
    """`global` names are read, bound and deleted in the module."""
    alike("""
        def main():
            global count, late
            count = 0
            def step(n):
                global count
                count += n
                return count
            print(step(1), step(count), count)
            for count in range(3): pass
            with open(__file__) if False else Context() as count: print(count)
            print(count, "late" in globals())
            late = lambda: late
            print(late() is late)
            del late, count
            try:
                count
            except NameError as error:
                print(error)
        class Context:
            def __enter__(self): return "entered"
            def __exit__(self, *args): print(args)
        main()
    """)


def test_closures_bind_late(alike: Any) -> None:
    """Closures see the last value, defaults the value when they were made."""
    alike("""
        def main():
            late = [lambda: i for i in range(3)]
            early = [lambda i=i: i for i in range(3)]
            print([f() for f in late], [f() for f in early])
            made = []
            for n in range(3):
                made.append((lambda: n, lambda n=n: n))
            print([(a(), b()) for a, b in made])
            pairs = [lambda: (a, b) for a, b in [(1, 2), (3, 4)] if a for c in "x"]
            print([f() for f in pairs])
            print({k: (lambda: k)() for k in "ab"}, {(lambda: k)() for k in "a"})
            print(list((lambda: g)() for g in range(2)))
            def counter(n=[]):
                n.append(len(n))
                return n
            print(counter(), counter())
        main()
    """)


def test_deletion(alike: Any) -> None:
    """`del` of names, attributes, items and slices deletes them in order."""
    alike("""
        box, items, table = Box(a=1), list(range(9)), {1: 2}
        del box.a, items[0], items[1:5:2], table[1], box[say("key", 1)], (items[-1])
        print(vars(box), items, table)
        name = other = 1
        del name, [other], ()
        for statement in ("name", "other", "box.a", "table[1]", "items[99]"):
            try:
                exec(f"del {statement}")
            except Exception as error:
                print(type(error).__name__, error)
    """)


# ── expressions ──────────────────────────────────────────────────────────────
def test_comparisons(alike: Any) -> None:
    """Comparisons, chained or not, evaluate each operand once and stop early."""
    alike("""
        class Odd:
            def __init__(self, n): self.n = n
            def __lt__(self, other): return say(f"{self.n}<", self.n < other.n)
            def __eq__(self, other): return say(f"{self.n}==", [])
            def __contains__(self, key): return say("contains", "yes")
            def __bool__(self): return say("bool", False)
            def __len__(self): return say("len", 1)
        a, b, c = Odd(1), Odd(2), Odd(0)
        print(a < say("b", b) < c < say("never"), a == b, not a, a != b)
        print(1 in a, 2 not in a, 1 in [1] in [[1]], 1 not in {2: 1} is not None)
        print(say("left", 1) in say("right", [2]) or say("else", 3))
        items, table, text = [1, a], {1: 2}, "abc"
        print(1 in items, 5 in items, 1 in table, "b" in text, 3 in range(4), 1 in {1})
        print(items is items, items == [1, a], items < [2], 1 < 2 < 3 > 2 != 5)
        print(not items, not [], [] or items[:1], items and 0, a or b or 7)
        for thing, where in ((1, 5), ([], {1}), (1, "a")):
            try:
                thing in where
            except TypeError as error:
                print(error)
    """)


def test_truth_and_branches(alike: Any) -> None:
    """`if`, `while`, `and`, `or`, `not`, `assert` ask for the truth once."""
    alike("""
        class Truth:
            def __init__(self, *answers): self.answers = list(answers)
            def __bool__(self): return say("bool", self.answers.pop(0))
        print("yes" if Truth(True) else "no", type(Truth(False) and 1).__name__)
        asked = Truth(True, True, False)
        while asked:
            print("round")
        else:
            print("else")
        for n in [1, 2, 3]:
            if n == 2: continue
            print(n)
        else:
            print("for else")
        for n in [1, 2]:
            break
        else:
            print("never")
        while True:
            try:
                break
            finally:
                print("finally")
        def returns():
            for n in range(5):
                try:
                    if n < 2: continue
                    return n
                finally:
                    print("left", n)
        print(returns())
        try:
            assert Truth(False), say("message", "no")
        except AssertionError as error:
            print(repr(error))
        assert [1], say("never")
        class Bad:
            def __bool__(self): return 5
        try:
            if Bad(): pass
        except TypeError as error:
            print(error)
    """)


def test_loops_that_end(alike: Any) -> None:
    """A loop that ends by itself is never taken for one that waits."""
    alike("""
        import array, collections, functools, itertools, random, string, types
        random.seed(1)
        def forever():
            while True:
                yield 1
        def ticks():
            while True:
                yield
        print(sum(x for _, x in zip(range(9), forever())))
        print([*itertools.islice(ticks(), 7)])
        numbers = array.array("i", [0])
        while numbers[0] < 9:
            numbers[0] += 1
        view = memoryview(bytearray(1))
        while view[0] < 9:
            view[0] = view[0] + 1
        space = types.SimpleNamespace(n=0)
        while space.n < 9:
            space.n += 1
        while random.randint(1, 20) != 7:
            pass
        ones = itertools.chain([1] * 9, [2])
        while ones.__next__() == 1:
            pass
        same = itertools.repeat(None, 9)
        while True:
            for _ in same:
                break
            else:
                break
        full = collections.Counter()
        while sum(full.values()) < 9:
            full.update("a")
        bits = collections.UserList([0] * 9)
        while bits:
            bits.pop()
        by_value = functools.cmp_to_key(lambda a, b: a - b)
        print(sorted([by_value(2), by_value(1)])[0].obj, by_value(1) < by_value(2))
        count = functools.partial(next, iter(range(9)), None)
        while count() is not None:
            pass
        total = array.array("i")
        while len(total) < 9:
            total += array.array("i", [1])
        class Bag:
            def __init__(self): self.items = [0] * 9
            def __len__(self): return len(self.items)
            def take(self): return self.items.pop()
        bag = Bag()
        while bag:
            bag.take()
        left = 9
        def one_less():
            nonlocal_left = left
            return nonlocal_left
        while left:
            left = left - 1
        def countdown(n):
            while n > 0:
                yield n
                n -= 1
        print(list(countdown(5)), numbers, view[0], space, len(total), left, bag.items)
    """)


def test_comprehensions(alike: Any) -> None:
    """Comprehensions and generators nest, filter, bind and see names as they do."""
    alike("""
        class Scope:
            values = [1, 2]
            doubled = [v * 2 for v in values]
            try:
                seen = [values for v in "a"]
            except NameError as error:
                seen = str(error)
        print(Scope.doubled, Scope.seen)
        x = [1, 2]
        print([x for x in x], [[y for y in range(x)] for x in range(3)], x)
        print({k: v for k, v in zip("ab", [1, 2])}, {c for c in "a"})
        print([(a, b) for a in range(3) if a if a > 1 for b in range(a) if b])
        print([last := n for n in range(3)], last, [m := last, m * 2])
        print(any((found := n) > 1 for n in range(5)), found)
        lazy = (print("made", n) or n for n in say("first", [1, 2]))
        print("before", next(lazy), list(lazy))
        print([a for a, *_ in ["ab", "cd"]], [box.z for box in [Box(z=1)]])
        def inner(): return [eval("n") for n in range(2)]
        print(inner())
        try:
            [1 for _ in 5]
        except TypeError as error:
            print(error)
        changed = [1, 2, 3]
        print([changed.pop() for _ in changed], changed)
        table = {1: 1}
        try:
            for key in table:
                table[key + 1] = 1
        except RuntimeError as error:
            print(error)
    """)


def test_calls(alike: Any) -> None:
    """Calls evaluate and pass their arguments as the language says."""
    alike("""
        def f(*args, **kwargs): return args, kwargs
        a, k = [1, 2], {"x": 1}
        print(f(*a, 3, *say("star", "ab"), y=2, **k, **{"z": say("z", 3)}))
        print(f(self=1, function=2, place=3, thing=4, args=5), dict(self=1, kind=2))
        print("a-b".upper().split("-")[0].lower().join(["x", "y"]).title())
        append = (items := []).append
        append(1), append(2)
        print(items, list(map(items.index, [2, 1])), append.__name__, append.__self__)
        print(append == items.append, append == [].append, len({append, items.append}))
        print(isinstance(append, type(len)), callable(append), append.__doc__[:6])
        print(sorted("bca", key=lambda c: -ord(c)), max([1, 3], key=lambda n: -n))
        items.sort(key=lambda n: say(f"key {n}", -n))
        print(items, list.append(items, 5), list.__len__(items), items.__len__())
        print(str.join(",", "ab"), type("T", (), {"n": 1})().n, type(items) is list)
        calls = [lambda: 1, int, "x".upper, Box]
        print([c() if c is not Box else c(q=1).q for c in calls])
        class Class:
            def __call__(self, n): return self, n
            def method(self): return "method"
            @classmethod
            def make(cls): return cls()
            @staticmethod
            def free(n=1): return n
        one = Class()
        print(one(1)[0] is one, one.method == one.method, Class.method(one))
        print(type(Class.make()) is Class, one.free(), Class.free(3))
        print([*map(one.method.__func__, [1])], (lambda *, n=2: n)())
        for wrong in ("f(**1)", "f(*1)", "one()", "Class(1)", "k()", "f(**k, **k)"):
            try:
                eval(wrong)
            except TypeError as error:
                print(error)
    """)


def test_names_that_look_at_their_frame(alike: Any) -> None:
    """`locals()`, `vars()`, `dir()`, `eval` and `exec` see the program's own names."""
    alike("""
        import sys, warnings, inspect, collections, enum, typing
        def f(a, b=2):
            c = 3
            for d in [4]:
                print(sorted(locals()), sorted(vars()), dir())
            with Context() as e:
                print(sorted(locals()))
            look, run = locals, eval
            print(sorted(look()), run("a + b"), eval("c", {"c": 1}))
            exec("a = 9; print(a)")
            print(a, sys._getframe().f_code.co_name, inspect.currentframe().f_lineno)
            print("f" in globals(), inspect.stack()[0].function)
            print(collections.namedtuple("P", ["x"]).__module__)
            print(enum.Enum("E", "a").__module__, typing.TypeVar("T").__module__)
            with warnings.catch_warnings(record=True) as seen:
                warnings.simplefilter("always")
                warnings.warn("careful")
            print(seen[0].lineno, seen[0].filename)
        class Context:
            def __enter__(self): return 1
            def __exit__(self, *args): return None
            print(sorted(n for n in locals() if not n.startswith("__")))
        f(1)
    """)


def test_strings_and_unpacking(alike: Any) -> None:
    """F-strings, displays, stars and slices are built from the same values."""
    alike("""
        box, items, table, width = Box(n=5, f=1.5), [1, 2, 3], {"k": "v"}, 8
        print(f"{box.n} {box.f:>{width}.2f} {items[0]!r:^5} {table['k']!s}")
        print(f"{box.n + 1=} {box.n = !s}")
        print(f"{', '.join(str(i) for i in items)} {(lambda q: q)(3)} {{}} {box[1]}")
        print([*items, *table], {*items}, (*items,), {**table, "a": 1, **{"b": 2}})
        print({say("k1", 1): say("v1"), **say("spread", {}), say("k2", 2): say("v2")})
        print(items[-1], items[:], items[::-1], items[1:2], "abc"[1], (1, 2)[0])
        first, *rest = items
        print(first, rest, [items] * 2, [0] * 3, 2 * [1], items + [4], [] + rest)
        print({1, 2} | {3}, {1: 2} | {3: 4}, {1, 2} - {2}, {1} & {1}, 5 | 2, ~5, -box.n)
        def unpack(): return *items, *rest
        print(unpack(), *items, *[], sep="-")
        class At:
            def __getitem__(self, key): return key
            def __index__(self): return 1
        print(At()[1:2, ...], At()[items[0]:, ::2], items[At()], [7, 8][At():])
        print(items[True], "%s %s" % (box.n, items), b"ab"[0], bytearray(b"x")[0])
    """)


def test_containers(alike: Any) -> None:
    """Containers, and classes that extend them, behave and fail as ever."""
    alike("""
        from collections import Counter, OrderedDict, defaultdict, deque
        class Stack(list):
            limit = 3
            def __init__(self, *args):
                super().__init__(*args)
                self.top = None
            def append(self, item):
                self.top = say("push", item)
                super().append(item)
            def __len__(self): return say("len", super().__len__())
            def __contains__(self, item): return say("in", super().__contains__(item))
            def __iter__(self): return say("iter", super().__iter__())
            def __getitem__(self, key): return say("get", super().__getitem__(key))
        stack = Stack([1])
        stack.append(2)
        stack.limit += 1
        print(stack.top, len(stack), 2 in stack, [n for n in stack], stack[-1])
        print(stack.limit)
        class Missing(dict):
            def __missing__(self, key): return say("missing", key)
        print(Missing()[1], Missing().get(1), 1 in Missing(), Missing(a=1)["a"])
        count, groups = Counter("aab"), defaultdict(list)
        queue = deque([1, 2], maxlen=2)
        groups["x"].append(1)
        count["a"] += 1
        count["new"] += 1
        queue.append(3), queue.appendleft(0), queue.rotate(1)
        print(count.most_common(), dict(groups), queue, queue.maxlen, OrderedDict(a=1))
        data = bytearray(b"abc")
        data[0] = 120
        data[1:2] = b"yy"
        del data[-1]
        print(data, data.find(b"y"), {1, 2}.issubset({1, 2, 3}), set().union([1]))
        items = [3, 1]
        for wrong in ("items[9]", "items['a']", "{}[1]", "items.remove(7)", "[].pop()",
                      "deque().popleft()", "{[]: 1}", "items.nothing", "{}[[]]",
                      "items.append()", "{1}.remove(2)", "int('x')", "next(iter([]))"):
            try:
                print(eval(wrong))
            except Exception as error:
                print(type(error).__name__, error)
        try:
            items[9] = 1
        except IndexError as error:
            print(error)
        items.sort(), items.extend(x for x in "ab"), items.insert(0, items[-1])
        print(items, items.copy() is items, items.index("a"), items.count("b"))
    """)


# ── classes ──────────────────────────────────────────────────────────────────
def test_class_bodies(alike: Any) -> None:
    """Class bodies, decorators and metaclasses see and make the same names."""
    alike("""
        def deco(word): return lambda thing: say(word, thing)
        class Meta(type):
            def __new__(meta, name, bases, names, **kwargs):
                print(name, sorted(names), kwargs)
                return super().__new__(meta, name, bases, names)
            def __init__(cls, *args, **kwargs): super().__init__(*args)
            def __call__(cls, *args): return say("call", super().__call__(*args))
            def __prepare__(name, bases, **kwargs): return {"given": 1}
            def __getattr__(cls, name): return say("meta getattr", name)
        @deco("outer")
        @deco("inner")
        class A(metaclass=Meta, flag=1):
            '''Doc of A.'''
            x, y = 1, [2]
            x += given
            y += [x]
            for i in y: pass
            with_default = lambda self, i=i: i
            z: int = 5
            w: "str"
            del i
            if x: conditional = True
            @deco("method")
            def method(self, default=x):
                '''Doc of method.'''
                return __class__, default
            class Inner: value = 3
        print(A.x, A.y, A().method(), A.__doc__, A.method.__doc__, A.__annotations__)
        print(A.unknown, A.Inner.value, A().with_default(), hasattr(A, "i"), A.__name__)
        A.x = 10
        A.y.append(1)
        A.x += 1
        print(A.x, A().x, vars(A)["y"], A.method.__qualname__.split(".")[-2:])
        class B(A, flag=2):
            def method(self): return super().method(5)
            @classmethod
            def make(cls): return super().__new__(cls)
            def __init_subclass__(cls, **kwargs): print("sub", cls.__name__, kwargs)
        print(B().method() == (A, 5), type(B.make()) is B)
        class C(B, flag=3): pass
        print(type(Meta("D", (), {})) is Meta)
    """)


def test_private_names(alike: Any) -> None:
    """Private names are mangled wherever the compiler mangles them."""
    alike("""
        class Mine:
            __count = 1
            def __init__(self):
                self.__value = 1
                self.__items = [1, 2]
                self.__items[0] += 1
                self.__value += self.__count
                def nested(): return self.__value
                self.read = lambda: (nested(), self.__items)
            def __helper(self, __argument=3): return __argument
            def run(self):
                __local = 1
                def inner():
                    nonlocal __local
                    __local += 1
                    return __local
                inner()
                del self.__value
                return __local, self.__helper(), hasattr(self, "_Mine__value")
            class __Inner:
                def __init__(self): self.__own = 1
            def inner(self): return vars(self.__Inner())
            def __dunder__(self): return "dunder"
        class _Under:
            def __init__(self): self.__a = 1
        class __:
            def __init__(self): self.__b = 1
        one = Mine()
        print(one.read(), sorted(vars(one))[:2], one._Mine__items)
        print(one.run(), one.inner())
        print(vars(_Under()), vars(__()), one.__dunder__(), Mine._Mine__count)
        class Global:
            def set(self):
                global __secret
                __secret = 1
                __secret += 1
            def get(self): return __secret
        Global().set()
        print(Global().get(), globals()["_Global__secret"])
        class Slots:
            __slots__ = ("__x", "y")
            def __init__(self): self.__x = 1
            def more(self): self.__x += 1; return self.__x
        print(Slots().more(), hasattr(Slots(), "y"))
        try:
            Slots().y
        except AttributeError as error:
            print(error)
        try:
            Slots().z = 1
        except AttributeError as error:
            print(error)
    """)


def test_attributes_with_code(alike: Any) -> None:
    """Properties, descriptors and attribute methods run as often as the source says."""
    alike("""
        class Descriptor:
            def __set_name__(self, owner, name): self.name = say("name", name)
            def __get__(self, thing, owner): return say("get", thing is None)
            def __set__(self, thing, value): print("set", value)
            def __delete__(self, thing): print("delete")
        class Lazy:
            def __get__(self, thing, owner): return say("lazy", 5)
        class Thing:
            data, lazy = Descriptor(), Lazy()
            @property
            def both(self): return say("property", self.n)
            @both.setter
            def both(self, value): self.n = say("setter", value)
            @both.deleter
            def both(self): print("deleter")
        thing = Thing()
        thing.data = thing.data
        thing.data += 1
        del thing.data
        thing.both = 3
        thing.both += 1
        del thing.both
        print(thing.both, Thing.data, thing.lazy, Thing.lazy)
        thing.lazy = 6
        print(thing.lazy)
        class Loud:
            kept = 1
            def __getattribute__(self, name):
                print("getattribute", name)
                return super().__getattribute__(name)
            def __getattr__(self, name): return say("getattr", name)
            def __setattr__(self, name, value):
                print("setattr", name)
                object.__setattr__(self, name, value)
            def __delattr__(self, name):
                print("delattr", name)
                super().__delattr__(name)
        loud = Loud()
        loud.a = loud.kept
        loud.a += 1
        del loud.a
        print(loud.nothing, getattr(loud, "b", 3), hasattr(loud, "c"))
        class Quiet:
            __slots__ = ("inner",)
            def __getattr__(self, name): return say(f"delegate {name}", name)
        quiet = Quiet()
        print(quiet.other, quiet.inner)
        quiet.inner = 2
        print(quiet.inner)
        quiet.inner += 2
        del quiet.inner
        print(quiet.inner)
        class Late:
            @property
            def x(self): raise AttributeError("in x")
            def __getattr__(self, name): return say("fallback", name)
        print(Late().x)
        for wrong in ("thing.missing", "Thing.missing", "None.x", "sys.nothing"):
            try:
                eval(wrong, {"thing": thing, "Thing": Thing, "sys": __import__("sys")})
            except AttributeError as error:
                print(error)
    """)


def test_descriptors_of_classes(alike: Any) -> None:
    """A class whose metaclass answers for its attributes is asked once."""
    alike("""
        class Meta(type):
            level = 1
            @property
            def shared(cls): return say("meta property", cls.n)
            @shared.setter
            def shared(cls, value): cls.n = say("meta setter", value)
            def __getattribute__(cls, name):
                if not name.startswith("__"): print("meta", name)
                return super().__getattribute__(name)
            def __setattr__(cls, name, value):
                print("meta set", name)
                super().__setattr__(name, value)
            def __eq__(cls, other): return say("eq", cls is other)
            def __hash__(cls): return say("hash", 1)
            def __instancecheck__(cls, thing): return say("instancecheck", True)
        class Class(metaclass=Meta):
            n = 1
            items = [1]
        Class.shared += 1
        Class.n += 1
        Class.items.append(2)
        print(Class.n, Class.level, Class.items, Class().n, Class().items[0])
        one = Class()
        one.n = 5
        one.n += 1
        print(one.n, Class in [Class], {Class: 1}[Class])
        del one.n
        print(one.n)
    """)


def test_library_classes(alike: Any) -> None:
    """Dataclasses, enums, named tuples and abstract classes are made as ever."""
    alike("""
        import abc, collections, dataclasses, enum, functools, typing
        @dataclasses.dataclass(order=True)
        class Point:
            x: int
            y: int = 2
            tags: list = dataclasses.field(default_factory=list, compare=False)
            def move(self, by=1):
                self.x += by
                self.tags.append(by)
                return self
        print(Point(1).move(), Point(1) < Point(2), dataclasses.asdict(Point(1)))
        print(dataclasses.replace(Point(1), y=9), Point.__annotations__)
        @dataclasses.dataclass(frozen=True, slots=True)
        class Fixed:
            n: int = 1
        try:
            Fixed().n = 2
        except dataclasses.FrozenInstanceError as error:
            print(error)
        class Color(enum.Enum):
            RED = 1
            BLUE = enum.auto()
            @property
            def loud(self): return self.name + "!"
        class Flags(enum.IntFlag):
            A = 1
            B = 2
        print(Color.RED.loud, Color(2), Color["RED"], list(Color), Color.RED in Color)
        print(Flags.A | Flags.B, Flags.A in Flags.B, Color.BLUE.value)
        class Pair(typing.NamedTuple):
            a: int
            b: str = "b"
        print(Pair(1), Pair(1)._replace(a=2).a)
        print(collections.namedtuple("Q", "x y")(1, 2).y)
        class Base(abc.ABC):
            @abc.abstractmethod
            def work(self): ...
        class Done(Base):
            def work(self): return "done"
        print(Done().work())
        try:
            Base()
        except TypeError as error:
            print(error)
        @functools.lru_cache
        def cached(n): return say("computed", n)
        @functools.wraps(cached)
        def wrapped(n): return functools.partial(cached, n)()
        print(cached(1), cached(1), wrapped(2))
        print(functools.reduce(lambda a, b: a + b, [1, 2]))
        class Temperature:
            @functools.cached_property
            def value(self): return say("once", 3)
        one = Temperature()
        print(one.value, one.value)
        T = typing.TypeVar("T")
        class Generic(typing.Generic[T]):
            items: typing.List[T] = []
            def first(self) -> T: return self.items[0]
        print(Generic[int].__args__, typing.get_type_hints(Generic)["items"], list[int])
    """)


def test_annotations(alike: Any) -> None:
    """Annotations, docstrings and defaults stay what they are."""
    alike("""
        '''Doc.'''
        def f(a: int, *args: "str", b: list[int] = [1], **k: say("note")) -> say("to"):
            '''Doc of f.'''
            inner: Missing.name[0] = 1
            other: Missing
            return inner
        print(f(1), f.__annotations__, f.__doc__, f.__kwdefaults__, f.__name__)
        box = Box()
        box.x: int
        class A:
            n: int = 1
            m: list["A"]
            def g(self): self.z: int = 2; return self.z
        print(A.__annotations__, A().g())
        import inspect
        print(inspect.signature(f), list(inspect.signature(f).parameters))
    """)


def test_future_annotations(alike: Any) -> None:
    """`from __future__ import annotations` keeps annotations as they are written."""
    alike("""
        def f(a: box.value[0] + 1, b: lambda: x = 2) -> {k: v for k, v in y}: ...
        print(f.__annotations__)
    """)
    source = "from __future__ import annotations\ndef f(a: b.c[0] + d()): ...\n"
    rewritten: dict[str, Any] = dict(HOOKS)
    exec(compile(rewrite(source, FILE), FILE, "exec", dont_inherit=True), rewritten)

    assert rewritten["f"].__annotations__ == {"a": "b.c[0] + d()"}


# ── functions that stop and go on ────────────────────────────────────────────
def test_generators(alike: Any) -> None:
    """Generators yield, receive, delegate, raise and close as ever."""
    alike("""
        def echo():
            got = None
            try:
                while True:
                    try:
                        got = yield got
                    except KeyError as error:
                        got = repr(error)
            finally:
                print("closed")
        g = echo()
        print(next(g), g.send(1), g.throw(KeyError("k")), g.send([2]))
        g.close()
        def outer():
            result = yield from inner()
            print("result", result)
            return (yield)
        def inner():
            box = Box(x=(yield 1))
            box.x += yield box.x
            return box.x
        g = outer()
        print(next(g), g.send(2), g.send(3))
        try:
            g.send(4)
        except StopIteration as stop:
            print(stop.value)
        def tree(n):
            if n:
                yield from tree(n - 1)
                yield n
                yield from tree(n - 1)
        print(list(tree(3)), sum(x for x in tree(4)))
        def stops():
            yield 1
            raise StopIteration
        try:
            list(stops())
        except RuntimeError as error:
            print(error, repr(error.__cause__))
        it = iter([1, 2, 3])
        print([next(it), *it], next(it, "end"), list(zip(*[iter("abcd")] * 2)))
        print(list(iter(iter([1, 2, 0, 3]).__next__, 0)), list(enumerate("ab", 1)))
        class Countdown:
            def __init__(self, n): self.n = n
            def __iter__(self): return self
            def __next__(self):
                if not self.n: raise StopIteration
                self.n -= 1
                return self.n
        print(list(Countdown(3)), 1 in Countdown(3), [*Countdown(2)], max(Countdown(4)))
        running = (lambda: (yield from [running.gi_running]))()
        print(list(running))
    """)


def test_coroutines(alike: Any) -> None:
    """`await`, `async for`, `async with` and asynchronous generators work by hand."""
    alike("""
        class Later:
            def __init__(self, value): self.value = value
            def __await__(self):
                got = yield self.value
                return got
        class Numbers:
            def __init__(self, n): self.n = n
            def __aiter__(self): return self
            async def __anext__(self):
                if not self.n: raise StopAsyncIteration
                self.n -= 1
                return await Later(self.n)
        class Context:
            async def __aenter__(self): return await Later("enter")
            async def __aexit__(self, *args): print(await Later("exit"), args[0])
        async def numbers(n):
            for i in range(n):
                await Later(i)
                got = yield i
                print("got", got)
        async def main():
            box = Box()
            async with Context() as box.entered, Context() as other:
                async for box.n in Numbers(2):
                    print("n", box.n)
                else:
                    print("else")
            print(box.entered, other, [n async for n in numbers(2) if await Later(n)])
            print({n: m async for n in numbers(1) for m in [await Later("m")]})
            shown = x = 0
            def show(): return x
            async for x in Numbers(1): print(show())
            async with Context() as x: print(show())
            print([f() for f in [lambda: y async for y in numbers(2)]])
            g = numbers(2)
            print(await g.asend(None), await g.asend("sent"))
            await g.aclose()
            box.total = 1
            box.total += await Later("add") or 5
            async with Context(): raise KeyError(box.total)
        def drive(coroutine):
            value = None
            while True:
                try:
                    print("step", value := coroutine.send(value))
                except StopIteration as stop:
                    return stop.value
        try:
            drive(main())
        except KeyError as error:
            print(repr(error))
    """)


# ── exceptions ───────────────────────────────────────────────────────────────
def test_exceptions(alike: Any) -> None:
    """Exceptions are raised, chained, caught and forgotten as ever."""
    alike("""
        import sys
        class Mine(Exception):
            def __init__(self, code): self.code = code; super().__init__(f"code {code}")
        def fail(kind, *args): raise kind(*args)
        try:
            fail(Mine, 3)
        except (KeyError, Mine) as error:
            print(error.code, error)
            error.code += 1
            print(error.code, sys.exc_info()[0])
        print("error" in dir(), sys.exc_info())
        try:
            try:
                {}["k"]
            except KeyError as cause:
                raise Mine(1) from cause
        except Mine as error:
            print(repr(error.__cause__), error.__suppress_context__)
        try:
            try:
                1 / 0
            finally:
                fail(ValueError, "second")
        except ValueError as error:
            print(repr(error.__context__))
        def flow(n):
            try:
                if n == 0: return "try"
                if n == 1: raise KeyError
                if n == 2: raise ValueError
            except KeyError:
                return "except"
            else:
                return "else"
            finally:
                print("finally", n)
        print(flow(0), flow(1), flow(3))
        try:
            flow(2)
        except:
            print("bare", sys.exc_info()[1].__class__)
            try:
                raise
            except ValueError:
                print("again")
        class Context:
            def __enter__(self): return self
            def __exit__(self, kind, error, trace): return say(kind, kind is KeyError)
        with Context():
            {}[0]
        try:
            with Context(), Context():
                [].x
        except AttributeError as error:
            print(error)
        try:
            raise Mine(5) from None
        except Exception as error:
            print(error.__cause__, error.args)
        def deep(n): return deep(n - 1) if n else [][0]
        deep(3)
    """)


@pytest.mark.parametrize(
    "wrong",
    [
        "box.missing",
        "box.a.b.c",
        "box.x = 1 / 0",
        "box.x += 'a'",
        "box.nothing += 1",
        "items[5]",
        "items[0][1]",
        "items[9] = 1",
        "items[9] += 1",
        "del items[9]",
        "table['k']",
        "table[[]]",
        "count = items + 1",
        "count = 1\ncount += ''",
        "missing_name",
        "del missing_name",
        "items.remove(box)",
        "(box\n .same()\n .same()\n .missing)",
        "(box\n .same()\n .fail(1,\n       2)\n .same())",
        "(box.same()\n    .fail(key=1))",
        "(box\n .fail(*[1]))",
        "box.same(\n    1,\n    box.missing,\n)",
        "items[\n    9\n]",
        "for x in box.missing: pass",
        "for x in 5: pass",
        "for a, b in [1]: pass",
        "with box.missing as box.x: pass",
        "with 5: pass",
        "[x.y for x in items]",
        "print(f'{box.missing}')",
        "a, b = items",
        "Box(1, 2, 3)",
        "Bad()",
        "items.sort(key=lambda n: n.missing)",
        "[int(c) for c in 'x']",
        "1 in 5",
        "assert box.same() is None, box.name",
        "raise KeyError(items[0]) from box.missing",
        "next(iter([]))",
        "(lambda: items[7])()",
        "def inner():\n    items[8]\ninner()",
    ],
)
def test_where_it_is_raised(alike: Any, wrong: str) -> None:
    """A traceback names the lines, columns and functions of the original."""
    alike(
        PRELUDE
        + dedent("""
        class Chain(Box):
            def same(self, *args): return self
            def fail(self, *args, **kwargs): return self.nothing
        class Bad:
            def __init__(self):
                self.value = 1
                self.value.missing = 2
        box, items, table = Chain(x=1), [1, 2, 3], {}
        """)
        + wrong
        + "\n"
    )


def test_printed_tracebacks(alike: Any) -> None:
    """A traceback that the program prints shows nothing but the program."""
    alike("""
        import traceback
        class Account:
            def __init__(self, balance):
                self.balance = balance
                self.check()
            def check(self):
                if self.balance < 0: raise ValueError(f"negative: {self.balance}")
        def make(n): return Account(n)
        def show(work):
            try:
                work()
            except Exception as error:
                print(traceback.format_exc())
                trace = error.__traceback__
                while trace.tb_next: trace = trace.tb_next
                print(trace.tb_lineno, trace.tb_frame.f_code.co_name)
        items = [1]
        def store(): items[5] = 1
        def missing(): del {}[1]
        def key(): [Account(1)].sort(key=lambda a: a.nothing)
        def looped():
            for i in (n for n in [[1]]):
                i[3]
        def counts():
            count = {}
            count["x"] += 1
        def chained():
            try: counts()
            except KeyError as error: raise ValueError("v") from error
        for work in (lambda: make(-1), store, missing, key, looped, counts, chained):
            show(work)
        show(lambda: list(map(make, [1, -2])))
        show(lambda: [].pop())
    """)


# ── the rest of the grammar ──────────────────────────────────────────────────
def test_match(alike: Any) -> None:
    """`match` tries its patterns on the same values, and binds the same names."""
    alike("""
        import enum
        class Kind(enum.Enum): A = 1
        class Point:
            __match_args__ = ("x", "y")
            def __init__(self, x, y): self.x, self.y = x, y
        def look(subject):
            match subject:
                case 0 | 1: return "small"
                case -1.5 | 2j: return "number"
                case True | None: return "single"
                case "text" as word: return word
                case Kind.A: return "kind"
                case []: return "empty"
                case [x]: return "one", x
                case [1, *rest, 9] if rest: return "guard", rest
                case (a, [b, *_]): return "nested", a, b
                case {"k": value, **others}: return "mapping", value, others
                case Point(0, y=y): return "origin", y
                case Point(x, y) if x == y: return "diagonal"
                case Point(x=Point() as inner): return "inner", inner.x
                case str() | bytes() as text: return "str", text
                case int(n): return "int", n
                case {}: return "any mapping"
                case _: return "else"
        for subject in (0, -1.5, None, "text", Kind.A, [], [5], [1, 2, 9], [1, 9],
                        (1, [2, 3]), {"k": 1, "l": 2}, Point(0, 3), Point(2, 2),
                        Point(Point(1, 2), 0), "s", 7, {"z": 1}, {1}, Point(1, 3)):
            print(look(subject))
        def captures():
            seen = None
            def show(): return seen
            match say("subject", [1, [2]]):
                case [1, [seen]]: print(show())
            match {"a": 1}:
                case {"a": 2}: pass
                case {**seen}: print(show())
            match Box().name, 5:
                case "box", Box.missing: pass
        captures()
    """)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="a syntax of Python 3.11")
def test_except_star(alike: Any) -> None:
    """`except*` and starred indexes mean the same."""
    alike("""
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
        except* (ValueError, TypeError) as group:
            for error in group.exceptions: print(repr(error))
        except* OSError as group:
            print(group.message, len(group.exceptions))
        finally:
            print("finally")
        try:
            raise KeyError("single")
        except* KeyError as group:
            print(repr(group))
        class At:
            def __getitem__(self, key): return key
            def __setitem__(self, key, value): print(key, value)
        rest = (1, 2)
        print(At()[*rest], At()[0, *rest])
        At()[*rest, 3] = 4
        def f(*args: *tuple[int, ...]): return args
        print(f.__annotations__)
        error = ValueError("v")
        error.add_note("note")
        try:
            raise ExceptionGroup("h", [error, ExceptionGroup("i", [KeyError(1)])])
        except* ValueError:
            print("value")
    """)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="a syntax of Python 3.12")
def test_type_parameters(alike: Any) -> None:
    """Type parameters, type aliases and nested f-strings mean the same."""
    alike("""
        type Pair[T] = tuple[T, Box.missing]
        type Simple = list[int]
        print(Pair, Simple.__value__, Pair.__type_params__)
        def first[T: (int, str), *Ts, **P](items: list[T]) -> T:
            def inner(): return T
            return items[0], inner() is T
        print(first([1]), first.__type_params__, first.__annotations__)
        class Stack[T](list[T]):
            kind: T
            def push(self, item: T) -> None: self.append(item)
            def top[U](self, default: U) -> T | U: return self[-1] if self else default
        stack = Stack[int]()
        print(stack.top(3), stack.push(5), stack.top(1), Stack.__annotations__)
        class Limited[T: Box.missing]: pass
        print(Limited.__type_params__[0].__name__)
        items = {"a": [1]}
        print(f"{items["a"][0]} {f"{items['a']!r:>{5 + 5}}"}")
        def outer[T]():
            x = 0
            class Inner[U](Box): y = x
            def change(): nonlocal x; x += 1
            change()
            return x, Inner.__type_params__, Inner().name
        print(outer())
        try:
            Pair.__value__
        except AttributeError as error:
            print(error)
    """)


def test_imports(alike: Any) -> None:
    """Imports bind the names that they did."""
    alike("""
        import os.path, collections as c, sys
        from math import floor as down, pi
        from collections import deque, OrderedDict as O
        def inner():
            import json
            from os import sep
            global textwrap
            import textwrap
            def late(): return json.dumps([1]), textwrap.dedent(" a")
            return late()
        print(os.path.join("a", "b"), c.deque is deque, down(pi), O, inner())
        print(sys.byteorder)
        try:
            from os import nothing_at_all
        except ImportError as error:
            print(type(error))
        print(__name__, "os" in dir())
    """)


def test_the_end_of_objects(alike: Any) -> None:
    """A loop or a `with` keeps what it bound no longer than it did."""
    alike("""
        def main():
            x = None
            def show(): return x
            for x in [[1]]: pass
            names = [n for n in sorted(locals()) if n not in ("show", "names")]
            print(names, show())
            class Kept:
                def __init__(self): self.me = self
                def __enter__(self): return self
                def __exit__(self, *args): print(show() is self)
            with Kept() as x: pass
            print(sorted(locals()))
        main()
    """)


def test_python_recursion(alike: Any) -> None:
    """Recursion through functions, classes, closures and properties ends as it does."""
    alike("""
        class Node:
            def __init__(self, depth):
                self.child = Node(depth - 1) if depth else None
            @property
            def depth(self): return 1 + (self.child.depth if self.child else 0)
        def fact(n): return n * fact(n - 1) if n else 1
        def even(n): return n == 0 or odd(n - 1)
        def odd(n): return n != 0 and even(n - 1)
        def hanoi(n, a, b, c):
            if n:
                yield from hanoi(n - 1, a, c, b)
                yield a, b
                yield from hanoi(n - 1, c, b, a)
        print(Node(20).depth, fact(20), even(30), len(list(hanoi(5, 1, 2, 3))))
        def forever(): return forever()
        try:
            forever()
        except RecursionError as error:
            print(type(error))
    """)


# ── as a file ────────────────────────────────────────────────────────────────
def test_a_module(tmp_path: Path) -> None:
    """A submission that is loaded from its file sees itself as a module."""
    path = tmp_path / "mine.py"
    path.write_text(
        '"""Doc."""\nn = [1]\ndef f():\n    n[0] += 1\n    return __name__\n'
    )
    run = Run()
    run.sharing = Sharing(everything=True)

    def main() -> tuple[Any, ...]:
        module: Any = Source(path).load(run)
        return module.f(), module.n, module.__doc__, module.f.__module__

    record = run.play(main)

    assert record.errors == {}
    assert record.result == ("mine", [2], "Doc.", "mine")


def test_syntax_errors() -> None:
    """What is no Python raises the parser's own error."""
    for source in ("a b", "def f(:", "x = ", "return = 1"):
        with pytest.raises(SyntaxError) as expected:
            compile(source, FILE, "exec")
        with pytest.raises(SyntaxError) as found:
            rewrite(source, FILE)

        assert found.value.args == expected.value.args


def test_places() -> None:
    """Every place in a file has a number of its own, after the number that is given."""
    tree = rewrite("def f(a):\n    a.b[0] += a.c(a.d)\n", FILE, 100)

    places = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and type(node.value) is int and node.value
    ]

    assert sorted(places) == list(range(101, 106))
