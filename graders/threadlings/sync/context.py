"""How the processes of `multiprocessing` begin: whatever it is called, as by spawn."""

from __future__ import annotations

from typing import Any

from threadlings.identity import running

METHODS = ("spawn", "fork", "forkserver")


def get_context(module: Any, method: str | None = None) -> Any:
    """`multiprocessing.get_context`: every context is the *module* itself."""
    if method is not None and method not in METHODS:
        raise ValueError(f"cannot find context for {method!r}")
    return module


def get_all_start_methods() -> list[str]:
    """Their names."""
    return list(METHODS)


def get_start_method(allow_none: bool = False) -> str | None:
    """How processes begin: whatever it is called, with a memory of their own."""
    chosen: str | None = running().state.get("start method")
    return chosen or (None if allow_none else METHODS[0])


def set_start_method(method: str | None, force: bool = False) -> None:
    """Say once how they are to begin."""
    state = running().state
    if state.get("start method") and not force:
        raise RuntimeError("context has already been set")
    if method is not None and method not in METHODS:
        raise ValueError(f"cannot find context for {method!r}")
    state["start method"] = method


def freeze_support() -> None:
    """Nothing is frozen here."""
