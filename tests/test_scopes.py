"""Which names of a program two threads could see change."""

from __future__ import annotations

import ast
from textwrap import dedent

import pytest

from threadlings.scopes import Scope, find

SHARED = {
    "nothing": ("", ""),
    "a constant of the module": ("n = 1\ndef f(): return n", ""),
    "a module's name that only the module binds": (
        "n = 1\nn = 2\ndef f(): return n",
        "",
    ),
    "a global that a function binds": ("def f():\n    global n\n    n = 1", "n"),
    "a global that a function changes": ("def f():\n    global n\n    n += 1", "n"),
    "a global that a function deletes": ("def f():\n    global n\n    del n", "n"),
    "a global that is only declared": ("def f():\n    global n\n    print(n)", ""),
    "a global bound by a loop": ("def f():\n    global n\n    for n in x: pass", "n"),
    "a global bound by an import": (
        "def f():\n    global os\n    import os.path",
        "os",
    ),
    "a global bound in a class": ("class C:\n    global n\n    n = 1", "n"),
    "a global function": ("def f():\n    global g\n    def g(): pass", "g"),
    "a local variable": ("def f():\n    n = 1\n    n += 1", ""),
    "a parameter that is not rebound": ("def f(n):\n    return lambda: n", ""),
    "a parameter that is rebound": ("def f(n):\n    n = 1\n    return lambda: n", "n"),
    "a variable bound once": ("def f():\n    n = 1\n    return lambda: n", ""),
    "a variable bound twice": (
        "def f():\n    n = 1\n    n = 2\n    return lambda: n",
        "n",
    ),
    "a variable of a loop": ("def f():\n    for n in x:\n        g(lambda: n)", "n"),
    "a variable bound in a loop": (
        "def f():\n    while x:\n        n = 1\n        g(lambda: n)",
        "n",
    ),
    "a variable of a with": (
        "def f():\n    with a as n: pass\n    with b as n: pass\n    return lambda: n",
        "n",
    ),
    "a nonlocal that is bound": (
        "def f():\n    n = 1\n    def g():\n        nonlocal n\n        n = 2",
        "n",
    ),
    "a nonlocal that is only read": (
        "def f():\n    n = 1\n    def g():\n        nonlocal n\n        return n",
        "",
    ),
    "a nonlocal two functions further out": (
        "def f():\n    n = 1\n    def g():\n        def h():\n"
        "            nonlocal n\n            n = 2",
        "n",
    ),
    "a name that an inner function binds for itself": (
        "def f():\n    n = 1\n    n = 2\n    def g():\n        n = 3\n        return n",
        "",
    ),
    "a walrus": ("def f():\n    (n := 1)\n    (n := 2)\n    return lambda: n", "n"),
    "a walrus in a comprehension": (
        "def f():\n    [n := i for i in x]\n    return lambda: n",
        "n",
    ),
    "a variable of a comprehension": (
        "def f():\n    return [lambda: n for n in x]",
        "n",
    ),
    "a comprehension without functions": ("def f():\n    return [n for n in x]", ""),
    "a comprehension in the module": ("made = [lambda: n for n in x]", "n"),
    "a name that a comprehension has, too": (
        "def f():\n    n = 1\n    n = 2\n    return [n for n in g(n)]",
        "",
    ),
    "the names of a class": ("class C:\n    n = 1\n    n = 2\n    def f(self): n", ""),
    "a method's variable in a class": (
        "def f():\n    n = 1\n    n = 2\n    class C:\n        def g(self): return n",
        "n",
    ),
    "a captured pattern": (
        "def f():\n    match x:\n        case [n, *m]: n = 1\n"
        "        case {**m}: pass\n"
        "    return lambda: (n, m)",
        "m n",
    ),
    "an exception": (
        "def f():\n    try: pass\n    except A as e: pass\n    except B as e: pass\n"
        "    return lambda: e",
        "e",
    ),
    "an inner function that is made twice": (
        "def f():\n    def g(): pass\n    def g(): pass\n    return lambda: g()",
        "g",
    ),
    "a default": ("def f(a=lambda: n):\n    n = 1\n    n = 2", ""),
    "a decorator": ("def f():\n    n = 1\n    n = 2\n    @n\n    def g(): pass", ""),
    "an annotation": ("def f():\n    n = 1\n    n = 2\n    def g(a: n) -> n: pass", ""),
    "a private global": (
        "class C:\n    def f(self):\n        global __n\n        __n = 1",
        "_C__n",
    ),
    "a private variable": (
        "class C:\n    def f(self):\n        __n = 1\n        __n = 2\n"
        "        return lambda: __n",
        "_C__n",
    ),
    "a private name in an inner class": (
        "class C:\n    class _D:\n        def f(self):\n            global __n\n"
        "            __n = 1",
        "_D__n",
    ),
    "no private name": (
        "class C:\n    def f(self):\n        global __n__\n        __n__ = 1",
        "__n__",
    ),
}
"""A source, and the names in it that are shared."""


def scopes(source: str) -> tuple[Scope, dict[ast.AST, Scope]]:
    """The scopes of *source*, which Python has to accept."""
    compile(source, "program.py", "exec")
    return find(ast.parse(source))


@pytest.mark.parametrize("name", SHARED)
def test_what_is_shared(name: str) -> None:
    """Only what a function can see change while it runs is shared."""
    source, expected = SHARED[name]
    root, _ = scopes(source)

    found = {name for scope in root.walk() for name in scope.shared}

    assert found == set(expected.split())


def test_every_block_has_a_scope() -> None:
    """Every function, class and comprehension is a block of names of its own."""
    source = """
    def f(a=lambda: 1):
        class C:
            values = [x for x in y]
            async def g(self): return {x: (z for z in x) for x in y}
    """
    root, by_node = scopes(dedent(source))

    kinds = sorted(scope.kind for scope in root.walk())
    assert kinds == ["class"] + 3 * ["comprehension"] + 3 * ["function"] + ["module"]
    assert len(by_node) == len(kinds)


def test_a_name_is_shared_where_it_is_seen() -> None:
    """A function that has a variable of the same name does not share it."""
    source = """
    def f():
        global n
        n = 1
    def g():
        return n
    def h(n):
        return n
    class C:
        n = 1
        def m(self): return n
    """
    tree = ast.parse(dedent(source))
    _, by_node = find(tree)
    functions = {
        node.name: by_node[node]
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
    }

    assert {name for name, scope in functions.items() if scope.is_shared("n")} == {
        "f",
        "g",
        "m",
    }


def test_private_names() -> None:
    """A private name is written as the compiler writes it."""
    tree = ast.parse("class __C:\n    def f(self): pass\nclass _: pass\ndef g(): pass")
    _, by_node = find(tree)
    scope = {getattr(node, "name", ""): by_node[node] for node in by_node}

    assert scope["f"].mangled("__x") == "_C__x"
    assert scope["__C"].mangled("__x") == "_C__x"
    assert scope["f"].mangled("__x__") == "__x__"
    assert scope["f"].mangled("_x") == "_x"
    assert scope["_"].mangled("__x") == "__x"
    assert scope["g"].mangled("__x") == "__x"
