"""Make a submission announce what it does to data that threads may share.

The source is parsed and a hook (`hooks.py`) is put into every read and write of an
attribute, an item, a global or a closure variable, every call and every loop.  What
is read, written or called stays in place: `a.b` becomes `@get(a, "b").b`, and `a[k]`
becomes `@items(a)[k]`.  So it is the language itself that evaluates, binds, mangles
private names and raises, at the lines and columns of the original.
"""

from __future__ import annotations

import ast
import operator
from typing import Any, TypeVar, cast

from threadlings.expressions import PLAIN, Expr, Expressions
from threadlings.scopes import find

Node = TypeVar("Node", bound=ast.AST)
Function = TypeVar("Function", ast.FunctionDef, ast.AsyncFunctionDef)

PAUSES = (ast.Yield, ast.YieldFrom, ast.Await, ast.AsyncFor, ast.AsyncWith)
BLOCKS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
MAKERS = (ast.Call, ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.BinOp)
OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "iadd",
    ast.Sub: "isub",
    ast.Mult: "imul",
    ast.MatMult: "imatmul",
    ast.Div: "itruediv",
    ast.FloorDiv: "ifloordiv",
    ast.Mod: "imod",
    ast.Pow: "ipow",
    ast.LShift: "ilshift",
    ast.RShift: "irshift",
    ast.BitOr: "ior",
    ast.BitXor: "ixor",
    ast.BitAnd: "iand",
}
assert all(hasattr(operator, name) for name in OPERATORS.values())


def rewrite(source: str | bytes, filename: str, first_place: int = 0) -> ast.Module:
    """Parse *source* and put the hooks in.  Raises SyntaxError as the parser does.

    *first_place* numbers the places, so that those of two files differ.
    """
    tree = ast.parse(source, filename)
    _, scopes = find(tree)
    rewriter = _Rewriter(scopes, first_place)
    rewriter.scope = scopes[tree]
    return ast.fix_missing_locations(cast(ast.Module, rewriter.visit(tree)))


def pauses(node: ast.AST) -> bool:
    """Whether a part of *node* hands control to whom it was called by, and waits."""
    return any(
        isinstance(child, PAUSES) or (not isinstance(child, BLOCKS) and pauses(child))
        for child in ast.iter_child_nodes(node)
    )


class _Rewriter(Expressions):
    """Rewrites a whole tree."""

    # ── blocks ───────────────────────────────────────────────────────────────
    def _function(self, node: Function) -> Function:
        node.decorator_list = [self.see(d) for d in node.decorator_list]
        self._defaults(node.args)
        node.body = self.within(node, node.body)
        return node

    visit_FunctionDef = _function
    visit_AsyncFunctionDef = _function

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        node.decorator_list = [self.see(d) for d in node.decorator_list]
        node.bases = [self.see(b) for b in node.bases]
        for keyword in node.keywords:
            keyword.value = self.see(keyword.value)
        node.body = self.within(node, node.body)
        return node

    # ── statements that bind ─────────────────────────────────────────────────
    def visit_Assign(self, node: ast.Assign) -> ast.Assign:
        first, old = node.targets[0], node.value
        makes, plain = isinstance(old, MAKERS), isinstance(old, PLAIN)
        value = self.see(old)
        if isinstance(first, (ast.Tuple, ast.List)) and plain:
            value = self.hook(node.value, "peek", value)
        elif isinstance(first, ast.Name) and makes:
            value = self.hook(node.value, "named", value, first.id)
        node.value = self.announced(node, value, self.shared_in(*node.targets))
        node.targets = [self.see(target) for target in node.targets]
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is not None:
            makes = isinstance(node.value, MAKERS)
            value = self.see(node.value)
            if isinstance(node.target, ast.Name) and makes:
                value = self.hook(node.value, "named", value, node.target.id)
            node.value = self.announced(node, value, self.shared_in(node.target))
        bare = node.value is None and not isinstance(node.target, ast.Name)
        if not bare:
            node.target = cast(Any, self.see(node.target))
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        target, old = node.target, node.value
        if isinstance(target, ast.Attribute):
            node.target = self._attribute(target, "get", "attribute")
        elif isinstance(target, ast.Subscript):
            node.target = cast(ast.Subscript, self.see(target))
        node.value = self.see(old)
        return self._changed(node, target) if isinstance(target, ast.Name) else node

    def _changed(self, node: ast.AugAssign, target: ast.Name) -> ast.stmt:
        """`x += v`, which changes what `x` is bound to, or binds `x` anew, or both."""
        shared = self.shared_in(target)
        if not shared and isinstance(node.value, (ast.Constant, ast.JoinedStr)):
            return node
        old = self.see(ast.copy_location(ast.Name(target.id, ast.Load()), target))
        change = self.hook(node, "inplace", OPERATORS[type(node.op)], old, node.value)
        value = ast.copy_location(ast.Call(change, [], []), node)
        bind = ast.Assign([target], self.announced(node, value, shared))
        return ast.copy_location(bind, node)

    def visit_Delete(self, node: ast.Delete) -> list[ast.stmt]:
        """`del a, b` is `del a` and then `del b`, so each can be announced in time."""
        if not self.shared_in(node):
            node.targets = [self.see(target) for target in node.targets]
            return [node]
        steps: list[ast.stmt] = []
        for target in node.targets:
            if isinstance(target, (ast.Tuple, ast.List)):
                inner = ast.copy_location(ast.Delete(target.elts), node)
                steps.extend(self.visit_Delete(inner) if target.elts else [])
                continue
            nothing = ast.copy_location(ast.Constant(None), target)
            told = self.announced(target, nothing, self.shared_in(target))
            steps.append(ast.copy_location(ast.Expr(told), node))
            steps.append(ast.copy_location(ast.Delete([self.see(target)]), node))
        return steps

    def visit_NamedExpr(self, node: ast.NamedExpr) -> Expr:
        names = self.shared_in(node.target)
        node.value = self.announced(node, self.see(node.value), names)
        return node

    def _later(self, target: Expr) -> tuple[Expr, list[ast.stmt]]:
        """A target, and what to do first where it is bound: announce shared names."""
        names = self.shared_in(target)
        if not names:
            return self.see(target), []
        held, value = self.temporary(target)
        value = self.announced(target, value, names)
        bind = ast.copy_location(ast.Assign([self.see(target)], value), target)
        gone = ast.Delete([ast.Name(cast(ast.Name, held).id, ast.Del())])
        return held, [bind, ast.copy_location(gone, target)]

    def _for(self, node: Any) -> Any:
        inner = self.see(node.iter)
        if isinstance(node, ast.For):
            inner = self.hook(node.iter, "iterate", inner)
        node.iter = inner
        node.target, first = self._later(node.target)
        turn = ast.copy_location(ast.Expr(self.hook(node, "turn")), node)
        node.body = [*first, turn, *self.block(node.body)]
        node.orelse = self.block(node.orelse)
        return node

    visit_For = visit_AsyncFor = _for

    def _with(self, node: Any) -> Any:
        """`with a as x, b:` is `with a as x: with b:`, so `x` is bound before `b`."""
        targets = [i.optional_vars for i in node.items if i.optional_vars is not None]
        if len(node.items) > 1 and self.shared_in(*targets):
            inner = type(node)(node.items[1:], node.body)
            node.items, node.body = node.items[:1], [ast.copy_location(inner, node)]
        first: list[ast.stmt] = []
        for item in node.items:
            item.context_expr = self.see(item.context_expr)
            if item.optional_vars is not None:
                item.optional_vars, first = self._later(item.optional_vars)
        node.body = [*first, *self.block(node.body)]
        return node

    visit_With = visit_AsyncWith = _with

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.ExceptHandler:
        node.type = node.type and self.see(node.type)
        caught = self.hook(node, "turn")
        self.flag(caught)
        first = ast.copy_location(ast.Expr(caught), node)
        node.body = [first, *self.block(node.body)]
        return node

    # ── looking at content ───────────────────────────────────────────────────
    def visit_While(self, node: ast.While) -> ast.While:
        """Announce each round; one that yields may wait for a change elsewhere."""
        stops = pauses(node)
        node.test = self.truth(node.test)
        node.body = self.block(node.body)
        if stops:
            turn = ast.copy_location(ast.Expr(self.hook(node, "turn")), node)
            node.body.insert(0, turn)
        else:
            both = ast.BoolOp(ast.And(), [node.test, self.hook(node, "spin")])
            node.test = ast.copy_location(both, node.test)
        node.orelse = self.block(node.orelse)
        return node

    def visit_If(self, node: ast.If) -> ast.If:
        node.test = self.truth(node.test)
        node.body = self.block(node.body)
        node.orelse = self.block(node.orelse)
        return node

    def visit_Assert(self, node: ast.Assert) -> ast.Assert:
        node.test = self.truth(node.test)
        node.msg = node.msg and self.see(node.msg)
        return node

    def visit_Match(self, node: ast.Match) -> ast.Match:
        node.subject = self.content(node.subject)
        node.cases = [self.visit(case) for case in node.cases]
        return node

    def visit_match_case(self, node: ast.match_case) -> ast.match_case:
        """The pattern has to stay as it is: it is no expression."""
        if node.guard is not None:
            node.guard = self.truth(node.guard)
        node.body = self.block(node.body)
        return node

    def visit_TypeAlias(self, node: Node) -> Node:
        """Leave it alone, as all annotations are."""
        return node
