"""Finding in, words out (a sketch; the real text comes)."""
from __future__ import annotations
from dataclasses import dataclass
from typing import Any
from threadlings.events import order_of
from threadlings.search import Coverage
from threadlings.trial import Outcome

@dataclass(frozen=True)
class Words:
    test: str
    promise: str
    again: str
    submission: str

def finding(outcome: Outcome, words: Words) -> dict[str, Any] | None:
    if outcome.finding is None:
        return None
    order = order_of(outcome.record.departures)
    return {"kind": outcome.finding.kind, "message": f"{words.promise}\n{outcome.finding}\n{outcome.error!r}", "order": order}

def coverage(covered: Coverage) -> dict[str, Any]:
    return {"kind": covered.kind, "runs": covered.runs, "traces": covered.traces, "preemptions": covered.preemptions, "sentence": f"{covered.runs} orders"}
