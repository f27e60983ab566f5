"""What a grader's asserts saw: plain data, for somebody else to judge once more.

A submission lives in the process of its grader.  So that process does not say "kept":
it says which values each assert compared, and how many runs came to their end, and the
launcher, which never meets the submission, decides (`judge`).  An object that claims
to be equal to everything is written down as what it is.
"""

from __future__ import annotations

import ast
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

TRUSTED = (Counter, Decimal, Fraction, date, timedelta)  # what they equal is known
MOST = 100  # different values of one assert that are told; the others are counted
LONGEST = 2_000  # characters of one value
DEEPEST = 8
TRUTH = "truth"  # what is asked of an assert that compares nothing
ATOMS = (type(None), bool, int, str, bytes)
SAYS = frozenset(
    ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__contains__")
)
HEAP = 1 << 9  # Py_TPFLAGS_HEAPTYPE: a class that Python code has made
_MRO, _VARS, _NAME, _FLAGS = (
    type.__dict__[name] for name in ("__mro__", "__dict__", "__name__", "__flags__")
)
"""What a class is, whatever its metaclass would like to say."""
OPERATORS = {
    **{ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">"},
    **{ast.GtE: ">=", ast.In: "in", ast.NotIn: "not in"},
}

Site = tuple[int, tuple[str, ...], tuple[str | None, ...]]  # line, operators, values


# ── values ───────────────────────────────────────────────────────────────────
class Opaque(Exception):
    """A value that is no plain data."""


def literal(value: object) -> str | None:
    """*value* as Python would write it; `<Kind>` for an object that is no plain data.

    An object of a subclass is written as its base would be: what it says of itself,
    by methods of its own, is not asked.  None is for what can't be written, and whose
    word can be taken for it.
    """
    try:
        text = repr(_plain(value, DEEPEST))
    except Opaque as error:
        return str(error) or None
    except (TypeError, ValueError, MemoryError, RecursionError):
        return None
    return text if len(text) <= LONGEST else None


def _plain(value: Any, deep: int) -> Any:
    if type(value) in ATOMS:
        return value
    if type(value) is float and value - value == 0:  # neither infinite nor nan
        return value
    if not deep or type(value) in (*TRUSTED, float, frozenset):
        raise Opaque
    for kind, read in READERS.items():
        if issubclass(type(value), kind):
            return read(value, deep - 1)
    raise Opaque(_title(type(value)))


def _title(kind: type) -> str:
    """`<Kind>` for a class that says itself what it is equal to; else nothing."""
    for base in _MRO.__get__(kind):
        own = _VARS.__get__(base)
        if not SAYS.isdisjoint(own) and _FLAGS.__get__(base) & HEAP:
            return f"<{_NAME.__get__(kind)}>"
    return ""


def _each(values: Iterable[Any], deep: int) -> Iterator[Any]:
    return (_plain(value, deep) for value in values)


READERS: dict[type, Callable[[Any, int], Any]] = {
    int: lambda value, _: int.__add__(value, 0),
    float: lambda value, deep: _plain(float.__add__(value, 0.0), deep),
    str: lambda value, _: str.__str__(value)[:],
    bytes: lambda value, _: bytes.__add__(value, b""),
    tuple: lambda value, deep: tuple(_each(tuple.__iter__(value), deep)),
    list: lambda value, deep: [*_each(list.__iter__(value), deep)],
    deque: lambda value, deep: [*_each(deque.__iter__(value), deep)],
    set: lambda value, deep: {*_each(set.__iter__(value), deep)},
    dict: lambda value, deep: {
        _plain(key, deep): _plain(one, deep) for key, one in dict.items(value)
    },
}


# ── notes ────────────────────────────────────────────────────────────────────
class Notes:
    """What was seen while one promise was tried."""

    def __init__(self) -> None:
        self.ended = 0  # runs of the test that came to its last line
        self.seen: Counter[Site] = Counter()

    def saw(
        self, line: int, operators: tuple[str, ...], values: tuple[Any, ...]
    ) -> None:
        """Take down what the assert in *line* compares."""
        self.seen[line, operators, tuple(map(literal, values))] += 1

    def end(self) -> None:
        """Take down that the test has come to its end."""
        self.ended += 1

    def told(self) -> dict[str, Any]:
        """All of it, as plain data; of too many values only the number."""
        lines: Counter[int] = Counter()
        sites: list[list[Any]] = []
        more: Counter[int] = Counter()
        for (line, operators, values), count in self.seen.items():
            lines[line] += 1
            if lines[line] <= MOST:
                sites.append([line, list(operators), list(values), count])
            else:
                more[line] += count
        return {"ended": self.ended, "sites": sites, "more": [*map(list, more.items())]}


_now = Notes()


def begin() -> Notes:
    """Notes for the next promise."""
    global _now
    _now = Notes()
    return _now


WORDS: dict[str, Callable[..., None]] = {
    "@saw": lambda *facts: _now.saw(*facts),
    "@ended": lambda: _now.end(),
}
"""What an instrumented grader calls; no name of a program can be like these."""


# ── the grader's source ──────────────────────────────────────────────────────
def instrument(tree: ast.Module) -> None:
    """Have the asserts of a grader tell what they see.

    *tree* has gone through pytest's rewriting: there the operands of an assert have
    names, and its last statement is an `if` that raises.
    """
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list):
                setattr(node, field, [*_with_sights(block)])
    for test in tree.body:
        if isinstance(test, ast.FunctionDef) and test.name.startswith("test_"):
            test.body.append(_calls("@ended", [], test.body[-1]))


def _with_sights(block: list[ast.stmt]) -> Iterator[ast.stmt]:
    compared: dict[str, ast.Compare] = {}
    for node in block:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Compare):
            compared[ast.unparse(node.targets[0])] = node.value
        elif isinstance(node, ast.If) and _is_assert(node):
            yield _sight(node, compared)
            compared = {}
        yield node


def _is_assert(node: ast.If) -> bool:
    """Whether this is the end of an assert that pytest has rewritten."""
    last = node.body[-1]
    raises = isinstance(last, ast.Raise) and "@pytest_ar" in ast.unparse(last)
    return raises and isinstance(node.test, ast.UnaryOp)


def _sight(node: ast.If, compared: dict[str, ast.Compare]) -> ast.stmt:
    test: Any = node.test
    parts = getattr(test.operand, "values", [test.operand])
    steps = [compared.get(ast.unparse(part)) for part in parts]
    operators = [OPERATORS.get(type(step.ops[0])) for step in steps if step]
    if len(operators) == len(parts) and all(operators):
        values = [steps[0].left, *(step.comparators[0] for step in steps)]  # type: ignore[union-attr]
    else:
        operators, values = [TRUTH], [test.operand]
    facts: list[ast.expr] = [
        ast.Constant(node.lineno),
        ast.Tuple([ast.Constant(one) for one in operators], ast.Load()),
        ast.Tuple(values, ast.Load()),
    ]
    return _calls("@saw", facts, node)


def _calls(name: str, arguments: list[ast.expr], where: ast.stmt) -> ast.stmt:
    call = ast.Call(ast.Name(name, ast.Load()), arguments, [])
    line = {"lineno": where.lineno, "end_lineno": where.lineno}
    made = ast.Expr(call, **line, col_offset=0, end_col_offset=0)
    return ast.fix_missing_locations(made)
