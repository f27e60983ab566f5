"""Make a submission announce what it does to data that threads may share.

The source is parsed and every read and write of an attribute, an item, a global or
a closure variable, every call and every turn of a loop is replaced by a call of a
hook (`hooks.py`) that announces it and then does the very same thing.  Lines and
columns stay, and so does the meaning.  Where the language has a target (`a.b = v`,
`for a.b in …`, `a.b += v`), the target becomes an item of a small object that knows
`a` and `b`, so that the language itself keeps the order of evaluation.
"""

from __future__ import annotations

import ast
import operator
from typing import Any, TypeVar, cast

from threadlings.scopes import Scope, find

Expr = ast.expr
Node = TypeVar("Node", bound=ast.AST)
Function = TypeVar("Function", ast.FunctionDef, ast.AsyncFunctionDef)

UNTOUCHED = {"super", "locals", "globals", "vars", "dir", "eval", "exec", "__import__"}
PLAIN = (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.NamedExpr)
MAKERS = (ast.Call, ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.BinOp)
MERGING = (ast.Add, ast.BitOr, ast.BitAnd, ast.Sub, ast.BitXor)
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


class _Rewriter(ast.NodeTransformer):
    def __init__(self, scopes: dict[ast.AST, Scope], first_place: int) -> None:
        self.scopes = scopes
        self.scope: Scope
        self.places = first_place
        self.temporaries = 0
        self.classes: list[str] = []

    # ── small parts ──────────────────────────────────────────────────────────
    def hook(self, at: ast.AST, name: str, *arguments: Expr | str) -> Expr:
        """A call of the hook *name* with *arguments* and the number of this place."""
        self.places += 1
        parts = [a if isinstance(a, ast.expr) else ast.Constant(a) for a in arguments]
        call = ast.Call(
            ast.Name(f"@{name}", ast.Load()), [*parts, ast.Constant(self.places)], []
        )
        for node in ast.walk(call):
            if not hasattr(node, "lineno"):
                ast.copy_location(node, at)
        return call

    def mangled(self, name: str) -> str:
        """A private name as the compiler writes it."""
        private = name.startswith("__") and not name.endswith("__")
        owner = self.classes[-1].lstrip("_") if self.classes else ""
        return f"_{owner}{name}" if private and owner else name

    def see(self, node: Expr) -> Expr:
        """Visit an expression."""
        return cast(Expr, self.visit(node))

    def truth(self, node: Expr) -> Expr:
        """An expression of which only the truth counts."""
        seen = self.see(node)
        return self.hook(node, "truth", seen) if isinstance(node, PLAIN) else seen

    def content(self, node: Expr) -> Expr:
        """An expression whose content is looked at here."""
        seen = self.see(node)
        looked = isinstance(node, (ast.Name, ast.Attribute, ast.Subscript))
        return self.hook(node, "peek", seen) if looked else seen

    def within(self, node: ast.AST, body: list[Any]) -> list[Any]:
        """Visit *body* in the scope of *node*."""
        outer, self.scope = self.scope, self.scopes[node]
        seen: list[Any] = []
        for child in body:
            found = self.visit(child)
            seen.extend(found if isinstance(found, list) else [found])
        self.scope = outer
        return seen

    # ── blocks ───────────────────────────────────────────────────────────────
    def _function(self, node: Function) -> Function:
        node.decorator_list = [self.see(d) for d in node.decorator_list]
        self._defaults(node.args)
        node.body = self.within(node, node.body)
        return node

    visit_FunctionDef = _function  # noqa: N815 - ast's own names for its methods
    visit_AsyncFunctionDef = _function  # noqa: N815 - as above

    def _defaults(self, arguments: ast.arguments) -> None:
        arguments.defaults = [self.see(d) for d in arguments.defaults]
        arguments.kw_defaults = [d and self.see(d) for d in arguments.kw_defaults]

    def visit_Lambda(self, node: ast.Lambda) -> Expr:
        self._defaults(node.args)
        node.body = self.within(node, [node.body])[0]
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        node.decorator_list = [self.see(d) for d in node.decorator_list]
        node.bases = [self.see(b) for b in node.bases]
        for keyword in node.keywords:
            keyword.value = self.see(keyword.value)
        self.classes.append(node.name)
        node.body = self.within(node, node.body)
        self.classes.pop()
        return node

    def _comprehension(self, node: Any) -> Expr:
        outer, self.scope = self.scope, self.scopes[node]
        for part in node.generators:
            inner = self.see(part.iter)
            part.target = self.see(part.target)
            part.iter = inner if part.is_async else self.hook(part, "iterate", inner)
            part.ifs = [self.truth(test) for test in part.ifs]
        for field in ("elt", "key", "value"):
            if getattr(node, field, None) is not None:
                setattr(node, field, self.see(getattr(node, field)))
        self.scope = outer
        made = isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp))
        return self.hook(node, "new", node) if made else cast(Expr, node)

    visit_ListComp = visit_SetComp = _comprehension  # noqa: N815 - as above
    visit_DictComp = visit_GeneratorExp = _comprehension  # noqa: N815 - as above

    # ── names ────────────────────────────────────────────────────────────────
    def visit_Name(self, node: ast.Name) -> Expr:
        inside = self.scope.kind != "module" and self.scope.is_shared(node.id)
        if not isinstance(node.ctx, ast.Load) or not inside:
            return node
        before = self.hook(node, "before", node.id)
        return self.hook(node, "after", before, node)

    def shared_in(self, *targets: ast.AST) -> list[str]:
        """The names that *targets* bind and threads can share."""
        if self.scope.kind == "module":
            return []
        return [
            node.id
            for target in targets
            for node in ast.walk(target)
            if isinstance(node, ast.Name)
            and isinstance(node.ctx, ast.Store)
            and self.scope.is_shared(node.id)
        ]

    def announced(self, at: ast.AST, value: Expr, names: list[str]) -> Expr:
        """*value*, about to be bound to *names*."""
        for name in names:
            value = self.hook(at, "writing", name, value)
        return value

    # ── attributes and items ─────────────────────────────────────────────────
    def visit_Attribute(self, node: ast.Attribute) -> Expr:
        value, name = self.see(node.value), self.mangled(node.attr)
        if isinstance(node.ctx, ast.Load):
            return self.hook(node, "get", value, name)
        target = self.hook(node, "attribute", value, name)
        item = ast.Subscript(target, ast.Constant(0), node.ctx)
        return ast.copy_location(item, node)

    def visit_Subscript(self, node: ast.Subscript) -> Expr:
        value = self.see(node.value)
        if isinstance(node.ctx, ast.Load):
            return self.hook(node, "item", value, self._index(node.slice))
        node.value = self.hook(node, "items", value)
        node.slice = self.see(node.slice)
        return node

    def _index(self, node: Expr) -> Expr:
        """An index as an argument: a slice has to be made by hand."""
        if isinstance(node, ast.Tuple):
            parts = [self._index(part) for part in node.elts]
            return ast.copy_location(ast.Tuple(parts, ast.Load()), node)
        if not isinstance(node, ast.Slice):
            return self.see(node)
        bounds = [
            self.see(b) if b is not None else ast.Constant(None)
            for b in (node.lower, node.upper, node.step)
        ]
        call = ast.Call(ast.Name("@slice", ast.Load()), bounds, [])
        return ast.copy_location(call, node)

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
        target, value = node.target, self.see(node.value)
        if not isinstance(target, ast.Name):
            node.target, node.value = cast(Any, self.see(target)), value
            return node
        shared = self.shared_in(target)
        if not shared and isinstance(node.value, ast.Constant):
            return node
        before = ast.copy_location(ast.Name(target.id, ast.Load()), target)
        name = OPERATORS[type(node.op)]
        changed = self.hook(node, "inplace", name, self.visit_Name(before), value)
        changed = self.announced(node, changed, shared)
        return ast.copy_location(ast.Assign([target], changed), node)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> Expr:
        names = self.shared_in(node.target)
        node.value = self.announced(node, self.see(node.value), names)
        return node

    def _later(self, target: Expr) -> tuple[Expr, list[ast.stmt]]:
        """A target, and what to do first where it is bound: announce shared names."""
        names = self.shared_in(target)
        if not names:
            return self.see(target), []
        self.temporaries += 1
        held = f"@{self.temporaries}"
        value: Expr = ast.copy_location(ast.Name(held, ast.Load()), target)
        value = self.announced(target, value, names)
        bind = ast.copy_location(ast.Assign([self.see(target)], value), target)
        return ast.copy_location(ast.Name(held, ast.Store()), target), [bind]

    def _for(self, node: Any) -> Any:
        inner = self.see(node.iter)
        if isinstance(node, ast.For):
            inner = self.hook(node.iter, "iterate", inner)
        node.iter = inner
        node.target, first = self._later(node.target)
        turn = ast.copy_location(ast.Expr(self.hook(node, "turn")), node)
        node.body = [*first, turn, *self._body(node.body)]
        node.orelse = self._body(node.orelse)
        return node

    visit_For = visit_AsyncFor = _for  # noqa: N815 - as above

    def _with(self, node: Any) -> Any:
        begin: list[ast.stmt] = []
        for item in node.items:
            item.context_expr = self.see(item.context_expr)
            if item.optional_vars is not None:
                item.optional_vars, first = self._later(item.optional_vars)
                begin.extend(first)
        node.body = [*begin, *self._body(node.body)]
        return node

    visit_With = visit_AsyncWith = _with  # noqa: N815 - as above

    def _body(self, body: list[ast.stmt]) -> list[ast.stmt]:
        return [cast(ast.stmt, self.visit(statement)) for statement in body]

    # ── looking at content ───────────────────────────────────────────────────
    def visit_While(self, node: ast.While) -> ast.While:
        test = self.truth(node.test)
        both = ast.BoolOp(ast.And(), [test, self.hook(node, "spin")])
        node.test = ast.copy_location(both, node.test)
        node.body = self._body(node.body)
        node.orelse = self._body(node.orelse)
        return node

    def visit_If(self, node: ast.If) -> ast.If:
        node.test = self.truth(node.test)
        node.body = self._body(node.body)
        node.orelse = self._body(node.orelse)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> Expr:
        node.test = self.truth(node.test)
        node.body, node.orelse = self.see(node.body), self.see(node.orelse)
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> Expr:
        looked = isinstance(node.op, ast.Not)
        node.operand = self.truth(node.operand) if looked else self.see(node.operand)
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> Expr:
        node.values = [self.truth(value) for value in node.values]
        return node

    def visit_Compare(self, node: ast.Compare) -> Expr:
        inside = isinstance(node.ops[0], (ast.In, ast.NotIn))
        if inside and len(node.ops) == 1:
            left, right = self.see(node.left), self.see(node.comparators[0])
            found = self.hook(node, "contains", left, right)
            if isinstance(node.ops[0], ast.NotIn):
                found = ast.copy_location(ast.UnaryOp(ast.Not(), found), node)
            return found
        node.left = self.content(node.left)
        node.comparators = [self.content(part) for part in node.comparators]
        return node

    def visit_BinOp(self, node: ast.BinOp) -> Expr:
        made = any(isinstance(part, ast.List) for part in (node.left, node.right))
        merging = isinstance(node.op, MERGING)
        look = self.content if merging else self.see
        node.left, node.right = look(node.left), look(node.right)
        return self.hook(node, "new", node) if made else node

    def visit_Starred(self, node: ast.Starred) -> Expr:
        load = isinstance(node.ctx, ast.Load)
        node.value = self.content(node.value) if load else self.see(node.value)
        return node

    def _display(self, node: Any) -> Expr:
        self.generic_visit(node)
        load = isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
        return self.hook(node, "new", node) if load else cast(Expr, node)

    visit_List = visit_Set = visit_Dict = _display  # noqa: N815 - as above

    def visit_Call(self, node: ast.Call) -> Expr:
        bare = isinstance(node.func, ast.Name) and node.func.id in UNTOUCHED
        if not bare:
            node.func = self.hook(node.func, "call", self.see(node.func))
        node.args = [self.see(argument) for argument in node.args]
        for keyword in node.keywords:
            spread = keyword.arg is None
            look = self.content if spread else self.see
            keyword.value = look(keyword.value)
        return node

    # ── left alone ───────────────────────────────────────────────────────────
    def visit_match_case(self, node: Any) -> Any:
        if node.guard is not None:
            node.guard = self.truth(node.guard)
        node.body = self._body(node.body)
        return node

    def visit_arguments(self, node: ast.arguments) -> ast.arguments:
        return node

    def visit_TypeAlias(self, node: Node) -> Node:
        return node
