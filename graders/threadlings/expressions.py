"""Put hooks into expressions: names, attributes, items, calls, comprehensions."""

from __future__ import annotations

import ast
import sys
from typing import Any, cast

from threadlings.scopes import Comprehension, Scope

Expr = ast.expr

UNTOUCHED = {"super", "locals", "globals", "vars", "dir", "eval", "exec", "__import__"}
PLAIN = (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.NamedExpr)
ALOOF = (ast.Is, ast.IsNot, ast.In, ast.NotIn)  # the left side's content can't matter
MERGING = (ast.Add, ast.BitOr, ast.BitAnd, ast.Sub, ast.BitXor)


def at_its_name(node: ast.Attribute) -> ast.Attribute:
    """Where the compiler places an attribute that is on a line of its own."""
    place = ast.copy_location(ast.Attribute(node.value, node.attr, node.ctx), node)
    if node.end_lineno is not None and node.lineno < node.end_lineno:
        place.lineno = node.end_lineno
        place.col_offset = max((node.end_col_offset or 0) - len(node.attr), 0)
    return place


def is_method_call(node: ast.Call) -> bool:
    """Whether the compiler places this call where the method's name is."""
    spread = any(isinstance(argument, ast.Starred) for argument in node.args)
    if sys.version_info < (3, 11):
        return not spread and not node.keywords
    return not spread and all(keyword.arg is not None for keyword in node.keywords)


class Expressions(ast.NodeTransformer):
    """Rewrites expressions; `rewrite.py` goes on with the statements."""

    def __init__(self, scopes: dict[ast.AST, Scope], first_place: int) -> None:
        self.scopes = scopes
        self.scope: Scope
        self.places = first_place
        self.temporaries = 0

    # ── small parts ──────────────────────────────────────────────────────────
    def hook(self, at: ast.AST, name: str, *arguments: Expr | str) -> ast.Call:
        """A call of the hook *name* with *arguments* and the number of this place."""
        self.places += 1
        parts = [a if isinstance(a, ast.expr) else ast.Constant(a) for a in arguments]
        name_of_hook = ast.Name(f"@{name}", ast.Load())
        call = ast.Call(name_of_hook, [*parts, ast.Constant(self.places)], [])
        for new in (name_of_hook, *call.args, call):
            if not hasattr(new, "lineno"):
                ast.copy_location(new, at)
        return call

    def flag(self, hook: ast.Call) -> None:
        """Call *hook* with one argument more: True."""
        hook.args.append(ast.copy_location(ast.Constant(True), hook))

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
        seen = self.block(body)
        self.scope = outer
        return seen

    def block(self, body: list[Any]) -> list[Any]:
        """Visit statements; one can become several."""
        seen: list[Any] = []
        for child in body:
            found = self.visit(child)
            seen.extend(found if isinstance(found, list) else [found])
        return seen

    def temporary(self, at: ast.AST) -> tuple[Expr, Expr]:
        """A name that no program can have, to be bound and to be read."""
        self.temporaries += 1
        name = f"@{self.temporaries}"
        target, value = ast.Name(name, ast.Store()), ast.Name(name, ast.Load())
        return ast.copy_location(target, at), ast.copy_location(value, at)

    # ── names ────────────────────────────────────────────────────────────────
    def visit_Name(self, node: ast.Name) -> Expr:
        """Announce that a shared name is read."""
        inside = self.scope.kind != "module" and self.scope.is_shared(node.id)
        if not isinstance(node.ctx, ast.Load) or not inside:
            return node
        before = self.hook(node, "before", node.id)
        return self.hook(node, "after", before, node)

    def shared_in(self, *targets: ast.AST) -> list[str]:
        """The names that *targets* bind or delete and threads can share."""
        if self.scope.kind == "module":
            return []
        return [
            node.id
            for target in targets
            for node in ast.walk(target)
            if isinstance(node, ast.Name)
            and not isinstance(node.ctx, ast.Load)
            and self.scope.is_shared(node.id)
        ]

    def announced(self, at: ast.AST, value: Expr, names: list[str]) -> Expr:
        """*value*, about to be bound to *names*."""
        for name in names:
            value = self.hook(at, "writing", name, value)
        return value

    # ── attributes and items ─────────────────────────────────────────────────
    def visit_Attribute(self, node: ast.Attribute) -> Expr:
        """Let a hook see the object whose attribute is used."""
        kind = "get" if isinstance(node.ctx, ast.Load) else "attribute"
        return self._attribute(node, kind)

    def _attribute(self, node: ast.Attribute, *kinds: str) -> ast.Attribute:
        """An attribute of an object that went through the hooks *kinds*."""
        name, at = self.scope.mangled(node.attr), at_its_name(node)
        node.value = self.see(node.value)
        for kind in kinds:
            node.value = self.hook(at, kind, node.value, name)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> Expr:
        """Let a hook see the object whose items are used."""
        hook = self.hook(node, "items", self.see(node.value))
        if not isinstance(node.ctx, ast.Load):
            self.flag(hook)
        node.value = hook
        node.slice = self.see(node.slice)
        return node

    # ── blocks inside of expressions ─────────────────────────────────────────
    def _defaults(self, arguments: ast.arguments) -> None:
        arguments.defaults = [self.see(d) for d in arguments.defaults]
        arguments.kw_defaults = [d and self.see(d) for d in arguments.kw_defaults]

    def visit_Lambda(self, node: ast.Lambda) -> Expr:
        """Go into a small function."""
        self._defaults(node.args)
        node.body = self.within(node, [node.body])[0]
        return node

    def _comprehension(self, node: Comprehension) -> Expr:
        first = self.see(node.generators[0].iter)  # belongs to the block around
        outer, self.scope = self.scope, self.scopes[node]
        parts: list[ast.comprehension] = []
        for part in node.generators:
            inner = self.see(part.iter) if parts else first
            if not part.is_async:
                inner = self.hook(part.iter, "iterate", inner)
            part.iter = inner
            part.ifs = [self.truth(test) for test in part.ifs]
            parts.extend(self._turns(part))
        node.generators = parts
        for field in ("elt", "key", "value"):
            if getattr(node, field, None) is not None:
                setattr(node, field, self.see(getattr(node, field)))
        self.scope = outer
        made = isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp))
        return self.hook(node, "new", node) if made else cast(Expr, node)

    def _turns(self, part: ast.comprehension) -> list[ast.comprehension]:
        """A `for` of a comprehension; `for x in (value,)` announces shared names."""
        names, at = self.shared_in(part.target), part.target
        part.target = self.see(part.target)
        if not names:
            return [part]
        held, value = self.temporary(at)
        told = ast.Tuple([self.announced(at, value, names)], ast.Load())
        bind = ast.comprehension(part.target, ast.copy_location(told, at), part.ifs, 0)
        part.target, part.ifs = held, []
        return [part, bind]

    visit_ListComp = visit_SetComp = _comprehension
    visit_DictComp = visit_GeneratorExp = _comprehension

    # ── looking at content ───────────────────────────────────────────────────
    def visit_IfExp(self, node: ast.IfExp) -> Expr:
        """Look at the truth of the test."""
        node.test = self.truth(node.test)
        node.body, node.orelse = self.see(node.body), self.see(node.orelse)
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> Expr:
        """Look at the truth of what `not` turns round."""
        looked = isinstance(node.op, ast.Not)
        node.operand = self.truth(node.operand) if looked else self.see(node.operand)
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> Expr:
        """Look at the truth of what `and` and `or` join."""
        node.values = [self.truth(value) for value in node.values]
        return node

    def visit_Compare(self, node: ast.Compare) -> Expr:
        """Look at the content of what is compared, and into what is searched."""
        looked = not all(isinstance(operator, ALOOF) for operator in node.ops)
        look = self.content if looked else self.see
        node.left = look(node.left)
        *inner, last = node.comparators
        node.comparators = [look(part) for part in inner]
        if isinstance(node.ops[-1], (ast.In, ast.NotIn)):
            node.comparators.append(self.hook(node, "items", self.see(last)))
        else:
            node.comparators.append(look(last))
        return node

    def visit_BinOp(self, node: ast.BinOp) -> Expr:
        """Look at the content of what is merged into something new."""
        made = any(isinstance(part, ast.List) for part in (node.left, node.right))
        merging = isinstance(node.op, MERGING)
        look = self.content if merging else self.see
        node.left, node.right = look(node.left), look(node.right)
        return self.hook(node, "new", node) if made else node

    def visit_Starred(self, node: ast.Starred) -> Expr:
        """Look at the content of what is spread."""
        load = isinstance(node.ctx, ast.Load)
        node.value = self.content(node.value) if load else self.see(node.value)
        return node

    def _display(self, node: Any) -> Expr:
        self.generic_visit(node)
        load = isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
        return self.hook(node, "new", node) if load else cast(Expr, node)

    visit_List = visit_Set = _display

    def visit_Dict(self, node: ast.Dict) -> Expr:
        """Know a new dict, and look at the content of what is spread into it."""
        pairs = list(zip(node.keys, node.values, strict=True))
        node.keys = [key and self.see(key) for key in node.keys]
        node.values = [self.see(v) if key else self.content(v) for key, v in pairs]
        return self.hook(node, "new", node)

    def visit_Call(self, node: ast.Call) -> Expr:
        """Let a hook see what is called."""
        if isinstance(node.func, ast.Attribute) and is_method_call(node):
            start = at_its_name(node.func)
            node.lineno, node.col_offset = start.lineno, start.col_offset
        bare = isinstance(node.func, ast.Name) and node.func.id in UNTOUCHED
        if not bare:
            node.func = self.hook(node.func, "call", self.see(node.func))
        node.args = [self.see(argument) for argument in node.args]
        for keyword in node.keywords:
            spread = keyword.arg is None
            look = self.content if spread else self.see
            keyword.value = look(keyword.value)
        return node
