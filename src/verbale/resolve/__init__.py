"""From the findings of many reports to the record's rows: pure, and the same in any order.

Imports nothing of storage or presentation. `resolve` is the one verb; `Decision` is how an analyst overrules it.
"""

from typing import TYPE_CHECKING, Any

from verbale.resolve.decisions import Decision, DecisionKind
from verbale.resolve.resolved import Resolved

if TYPE_CHECKING:
    from verbale.resolve.merge import resolve

__all__ = ["Decision", "DecisionKind", "Resolved", "resolve"]


def __getattr__(name: str) -> Any:
    # Merging loads numpy and the world data; a view of a record needs neither, and should not wait for them.
    if name == "resolve":
        from verbale.resolve.merge import resolve

        return resolve
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
