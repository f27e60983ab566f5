"""Which names of a source text can be seen by two threads and change.

A global that some function rebinds, and a variable of a function that an inner
function sees and that is bound more than once.  All other names stay as they are.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


class Scope:
    """One block of names: a module, a function, a class, a comprehension."""

    def __init__(self, kind: str, parent: Scope | None, name: str = "") -> None:
        self.kind = kind
        self.parent = parent
        self.private: str = parent.private if parent is not None else ""
        if kind == "class":
            self.private = name.lstrip("_")  # what private names in here begin with
        self.bound: dict[str, int] = {}  # how often; a loop counts twice
        self.outer: dict[str, str] = {}  # declared "global" or "nonlocal"
        self.used: set[str] = set()
        self.inner: list[Scope] = []
        self.shared: set[str] = set()  # what this scope owns and threads can share
        if parent is not None:
            parent.inner.append(self)

    def mangled(self, name: str) -> str:
        """*name* as the compiler writes it: those of a class may be private."""
        private = name.startswith("__") and not name.endswith("__")
        if not (private and self.private) or "." in name:
            return name
        return f"_{self.private}{name}"

    @property
    def home(self) -> Scope:
        """The function or module that executes this block."""
        scope = self
        while scope.kind == "comprehension" and scope.parent is not None:
            scope = scope.parent
        return scope

    def owner(self, name: str) -> Scope:
        """The scope that *name*, mangled, belongs to when it is used here."""
        scope: Scope | None = self
        while scope is not None and scope.parent is not None:
            declared = scope.outer.get(name)
            if declared == "global":
                return scope.root
            visible = scope is self or scope.kind != "class"
            if visible and name in scope.bound and declared is None:
                return scope
            scope = scope.parent
        return self.root

    @property
    def root(self) -> Scope:
        """The module."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    def walk(self) -> Iterator[Scope]:
        """This scope and all inside."""
        yield self
        for scope in self.inner:
            yield from scope.walk()

    def is_shared(self, name: str) -> bool:
        """Whether two threads could see *name* change, as it is used here."""
        name = self.mangled(name)
        return name in self.owner(name).shared


class _Finder(ast.NodeVisitor):
    """Fill the scopes of a tree."""

    def __init__(self) -> None:
        self.scopes: dict[ast.AST, Scope] = {}
        self.scope = Scope("module", None)
        self.loops = 0

    def bind(self, name: str) -> None:
        scope = self.scope
        name = scope.mangled(name)
        scope.bound[name] = scope.bound.get(name, 0) + (2 if self.loops else 1)

    def inside(self, node: ast.AST, kind: str, children: list[ast.AST]) -> None:
        outer, loops = self.scope, self.loops
        name = getattr(node, "name", "")
        self.scope = self.scopes[node] = Scope(kind, outer, name)
        self.loops = 1 if kind == "comprehension" else 0
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            a = node.args
            every = [*a.posonlyargs, *a.args, *a.kwonlyargs, a.vararg, a.kwarg]
            for argument in every:
                if argument is not None:
                    self.bind(argument.arg)
        for child in children:
            self.visit(child)
        self.scope, self.loops = outer, loops

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.bind(node.name)
        defaults = [*node.args.defaults, *node.args.kw_defaults]
        for child in [*node.decorator_list, *defaults]:
            if child is not None:
                self.visit(child)
        self.inside(node, "function", list(node.body))

    visit_FunctionDef = _function
    visit_AsyncFunctionDef = _function

    def visit_Lambda(self, node: ast.Lambda) -> None:
        for child in [*node.args.defaults, *node.args.kw_defaults]:
            if child is not None:
                self.visit(child)
        self.inside(node, "function", [node.body])

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.bind(node.name)
        for child in [*node.decorator_list, *node.bases, *node.keywords]:
            self.visit(child)
        self.inside(node, "class", list(node.body))

    def _comprehension(self, node: Comprehension) -> None:
        first = node.generators[0].iter  # belongs to the block around
        self.visit(first)
        parts: list[ast.AST] = [p for g in node.generators for p in (g.target, *g.ifs)]
        parts += [g.iter for g in node.generators[1:]]
        results = [getattr(node, field, None) for field in ("elt", "key", "value")]
        parts += [result for result in results if result is not None]
        self.inside(node, "comprehension", parts)

    visit_ListComp = visit_SetComp = _comprehension
    visit_DictComp = visit_GeneratorExp = _comprehension

    def _loop(self, node: ast.AST) -> None:
        self.loops += 1
        self.generic_visit(node)
        self.loops -= 1

    visit_For = visit_AsyncFor = visit_While = _loop

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        scope, self.scope = self.scope, self.scope.home
        self.visit(node.target)
        self.scope = scope
        self.visit(node.value)

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self.scope.used.add(self.scope.mangled(node.id))
        else:
            self.bind(node.id)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.generic_visit(node)
        if isinstance(node.target, ast.Name):
            self.scope.used.add(self.scope.mangled(node.target.id))

    def visit_alias(self, node: ast.alias) -> None:
        self.bind((node.asname or node.name).partition(".")[0])

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self.bind(node.name)
        self.generic_visit(node)

    def _capture(self, node: ast.MatchAs | ast.MatchStar) -> None:
        if node.name:
            self.bind(node.name)
        self.generic_visit(node)

    visit_MatchAs = visit_MatchStar = _capture

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        if node.rest:
            self.bind(node.rest)
        self.generic_visit(node)

    def _declared(self, node: ast.Global | ast.Nonlocal) -> None:
        names = map(self.scope.mangled, node.names)
        self.scope.outer.update(dict.fromkeys(names, type(node).__name__.lower()))

    visit_Global = visit_Nonlocal = _declared


def find(tree: ast.Module) -> tuple[Scope, dict[ast.AST, Scope]]:
    """The scopes of *tree*, by node, with what each of them shares."""
    finder = _Finder()
    finder.visit(tree)
    root = finder.scope
    finder.scopes[tree] = root
    for scope in root.walk():
        for name in {*scope.used, *scope.bound}:
            owner = scope.owner(name)
            declared = scope.outer.get(name)
            if owner.kind == "module":
                if declared == "global" and name in scope.bound:
                    root.shared.add(name)
            elif owner.kind != "class" and scope.home is not owner.home:
                rebound = declared == "nonlocal" and name in scope.bound
                if rebound or owner.bound.get(name, 0) > 1:
                    owner.shared.add(name)
    return root, finder.scopes
