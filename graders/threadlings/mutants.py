"""Small mistakes, made in a solution one at a time: what does no grader notice?

Mutation analysis (DeMillo, Lipton and Sayward, "Hints on Test Data Selection", 1978)
with the operators for concurrent programs of Bradbury, Cordy and Dingel ("Mutation
Operators for Concurrent Java", 2006): locks dropped, narrowed, swapped or not given
back, waits that do not look again, too few woken, limits off by one.  Besides, those
of Offutt et al. ("An Experimental Determination of Sufficient Mutant Operators", 1996)
and of Deng, Offutt and Li ("Empirical Evaluation of the Statement Deletion Mutation
Operator", 2013): steps left out, conditions turned round, signs and words swapped,
nothing given back.
"""

from __future__ import annotations

import ast
import builtins
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from threadlings.garbage import uncollected

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    **{ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt},
}
SIGNED: dict[type[ast.operator], type[ast.operator]] = {
    **{ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mod: ast.FloorDiv},
}
SMALLER = frozenset(("Semaphore", "BoundedSemaphore", "range", "Queue", "Barrier"))
"""What takes a number that may be off by one."""
OTHER = {
    **{"notify_all": "notify", "RLock": "Lock", "BoundedSemaphore": "Semaphore"},
    **{"start": "run"},
}

Body = list[ast.stmt]


@dataclass(frozen=True)
class Mutant:
    """A solution with one mistake."""

    name: str  # what was done, and to which line: the same as long as that line is
    line: int
    text: str


Change = tuple[str, ast.AST, Callable[[Any], Body | ast.AST]]
"""What is done, to which node, and what is put in its place."""


def mutants(text: str) -> list[Mutant]:
    """All mutants of a source *text*, each of them once."""
    with uncollected():
        return list(_mutants(text))


def _mutants(text: str) -> Iterator[Mutant]:
    seen = {ast.unparse(ast.parse(text))}
    names: dict[str, int] = {}
    lines = text.splitlines()
    count = sum(1 for _ in _changes(ast.parse(text)))
    for index in range(count):
        tree = ast.parse(text)
        what, node, change = list(_changes(tree))[index]
        line: int = getattr(node, "lineno", 0)
        mutated = ast.unparse(ast.fix_missing_locations(_Put(node, change).visit(tree)))
        if mutated in seen:
            continue
        seen.add(mutated)
        name = f"{what}: {lines[line - 1].strip()}"
        names[name] = names.get(name, 0) + 1
        if names[name] > 1:
            name = f"{name} ({names[name]})"
        yield Mutant(name, line, mutated + "\n")


class _Put(ast.NodeTransformer):
    """Puts something in the place of one node."""

    def __init__(self, node: ast.AST, change: Callable[[Any], Body | ast.AST]):
        self._node, self._change = node, change

    def visit(self, node: ast.AST) -> Any:
        """The node, or what is put in its place."""
        if node is self._node:
            return self._change(node)
        return self.generic_visit(node)


def _changes(tree: ast.AST) -> Iterator[Change]:
    """Every mistake that can be made in *tree*."""
    several = [n for n in ast.walk(tree) if isinstance(n, ast.With) and n.items[1:]]
    for node in ast.walk(tree):
        for sort, of in OF.items():
            if isinstance(node, sort):
                yield from of(node)
        # Swapped at the only place, the order is another one, and as good.
        if node in several and several[1:]:
            yield "swapped", node, _swapped
        if _is_step(node):
            yield "left out", node, lambda _: ast.Pass()


def _is_step(node: ast.AST) -> bool:
    """Whether a statement does something that others see: a call, a store, a raise."""
    if isinstance(node, ast.Assign):
        return not all(isinstance(to, ast.Name | ast.Tuple) for to in node.targets)
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call | ast.Await)
    return isinstance(node, ast.AugAssign | ast.Raise | ast.Delete)


def _method(node: ast.AST) -> str:
    """The name of the method that is called there, or nothing."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr
    return ""


# ── locks ────────────────────────────────────────────────────────────────────
def _of_with(node: ast.With) -> Iterator[Change]:
    if any(item.optional_vars is not None for item in node.items):
        return
    for place in range(len(node.items)):
        yield "lock dropped", node, partial(_dropped, place=place)
    if len(node.body) > 1:
        last = node.body[-1]
        if not (isinstance(last, ast.Return) and _is_own(last.value)):
            yield "narrowed at the end", node, lambda n: _narrowed(n, len(n.body) - 1)
        yield "narrowed at the start", node, lambda n: [n.body[0], _with(n, n.body[1:])]
    if isinstance(node.body[0], ast.If | ast.While):
        yield "checked outside", node, _outside
    inside = (part for line in node.body for part in ast.walk(line))
    if not _catches(node.body[0]) and any(map(_leaves, inside)):
        yield "no finally", node, _bare


def _is_own(value: ast.expr | None) -> bool:
    """Whether nobody else can change what is returned."""
    return value is None or isinstance(value, ast.Name | ast.Constant)


def _catches(node: ast.stmt) -> bool:
    """Whether it is a step that lets no exception pass."""
    return isinstance(node, ast.Try) and any(
        isinstance(one.type, ast.Name) and one.type.id.endswith("Exception")
        for one in node.handlers
    )


def _leaves(node: ast.AST) -> bool:
    """Whether a block may be left there: by a return, or by what a call raises."""
    if isinstance(node, ast.Return | ast.Raise | ast.Yield):
        return True
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Name):
        return not hasattr(builtins, node.func.id)
    return isinstance(node.func, ast.Attribute) and isinstance(
        node.func.value, ast.Name
    )


def _with(node: ast.With, body: Body) -> ast.With:
    return ast.With(items=node.items, body=body)


def _dropped(node: ast.With, place: int) -> Body:
    items = [item for number, item in enumerate(node.items) if number != place]
    return [ast.With(items=items, body=node.body)] if items else node.body


def _swapped(node: ast.With) -> ast.AST:
    return ast.With(items=node.items[::-1], body=node.body)


def _narrowed(node: ast.With, size: int) -> Body:
    return [_with(node, node.body[:size]), *node.body[size:]]


def _outside(node: ast.With) -> Body:
    """Whether a look is taken before the lock, once."""
    first = node.body[0]
    assert isinstance(first, ast.If | ast.While)
    inner = copy.copy(first)
    inner.body = [_with(node, first.body)]
    rest = [_with(node, node.body[1:])] if node.body[1:] else []
    return [inner, *rest]


def _bare(node: ast.With) -> Body:
    """The lock is given back, but not when something raises or returns."""
    calls: list[Body] = []
    for method in ("acquire", "release"):
        calls.append(
            [
                ast.Expr(ast.Call(ast.Attribute(i.context_expr, method), [], []))
                for i in node.items
            ]
        )
    return [*calls[0], *node.body, *calls[1][::-1]]


# ── waiting, limits ──────────────────────────────────────────────────────────
def _of_while(node: ast.While) -> Iterator[Change]:
    waits = any(_method(inner) == "wait" for inner in ast.walk(node))
    if waits and not node.orelse:
        yield "if for while", node, _once


def _once(node: ast.While) -> ast.AST:
    return ast.If(test=node.test, body=node.body, orelse=[])


def _of_try(node: ast.Try) -> Iterator[Change]:
    if node.finalbody:
        yield "no finally", node, _unguarded
    elif node.handlers:
        yield "not caught", node, lambda n: n.body


def _unguarded(node: ast.Try) -> Body:
    return [*node.body, *node.finalbody]


# ── any program ──────────────────────────────────────────────────────────────
def _of_if(node: ast.If | ast.IfExp) -> Iterator[Change]:
    yield "turned round", node, _negated


def _negated(node: ast.If | ast.IfExp) -> ast.AST:
    other = copy.copy(node)
    other.test = ast.UnaryOp(ast.Not(), node.test)
    return other


def _of_return(node: ast.Return) -> Iterator[Change]:
    value = node.value
    if value and not (isinstance(value, ast.Constant) and value.value is None):
        yield "nothing given back", node, lambda _: ast.Return(None)


def _of_bool(node: ast.BoolOp) -> Iterator[Change]:
    if isinstance(node.op, ast.And):
        yield "or for and", node, lambda n: ast.BoolOp(ast.Or(), n.values)
    else:
        yield "and for or", node, lambda n: ast.BoolOp(ast.And(), n.values)


def _of_sum(node: ast.BinOp | ast.AugAssign) -> Iterator[Change]:
    if type(node.op) in SIGNED:
        yield "another sign", node, _signed


def _signed(node: ast.BinOp | ast.AugAssign) -> ast.AST:
    other = copy.copy(node)
    other.op = SIGNED[type(node.op)]()
    return other


def _of_compare(node: ast.Compare) -> Iterator[Change]:
    if type(node.ops[0]) in COMPARED:
        yield "off by one", node, _compared


def _compared(node: ast.Compare) -> ast.AST:
    first, *rest = node.ops
    return ast.Compare(node.left, [COMPARED[type(first)](), *rest], node.comparators)


def _of_call(node: ast.Call) -> Iterator[Change]:
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if name in SMALLER and node.args:
        yield "one more", node, lambda n: _number(n, 1)
        yield "one less", node, lambda n: _number(n, -1)
    if name == "sorted" and node.args:
        yield "not sorted", node, lambda n: n.args[0]


def _number(node: ast.Call, more: int) -> ast.AST:
    last = ast.BinOp(node.args[-1], ast.Add(), ast.Constant(more))
    return ast.Call(node.func, [*node.args[:-1], last], node.keywords)


def _of_attribute(node: ast.Attribute) -> Iterator[Change]:
    if node.attr in OTHER:
        yield f"{OTHER[node.attr]} for {node.attr}", node, _other


def _other(node: ast.Attribute) -> ast.AST:
    return ast.Attribute(node.value, OTHER[node.attr], node.ctx)


OF: dict[Any, Callable[[Any], Iterator[Change]]] = {
    ast.With: _of_with,
    ast.While: _of_while,
    ast.Try: _of_try,
    ast.Compare: _of_compare,
    ast.Call: _of_call,
    ast.Attribute: _of_attribute,
    ast.BinOp | ast.AugAssign: _of_sum,
    ast.If | ast.IfExp: _of_if,
    ast.BoolOp: _of_bool,
    ast.Return: _of_return,
}
"""What can be done wrong with a node of a sort."""
