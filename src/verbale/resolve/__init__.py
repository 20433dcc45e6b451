"""From the findings of many reports to the record's rows: pure, and the same in any order.

Imports nothing of storage or presentation. `resolve` is the one verb; `Decision` is how an analyst overrules it.
"""

from verbale.resolve.decisions import Decision, DecisionKind
from verbale.resolve.merge import resolve
from verbale.resolve.resolved import Resolved

__all__ = ["Decision", "DecisionKind", "Resolved", "resolve"]
