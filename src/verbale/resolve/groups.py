"""Disjoint sets (union by smallest member): which things are one, whatever the order they were joined in."""

from collections.abc import Hashable
from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Sets that are joined and never parted. The smallest member stands for its set."""

    def __init__(self) -> None:
        self._parent: dict[T, T] = {}

    def find(self, member: T) -> T:
        """The member that stands for `member`'s set."""
        parent = self._parent
        root = member
        while (above := parent.get(root, root)) != root:
            root = above
        while (above := parent.get(member, member)) != root:
            parent[member] = root
            member = above
        return root

    def join(self, one: T, other: T) -> None:
        """Make the sets of both one."""
        a: Any = self.find(one)
        b: Any = self.find(other)
        if a != b:
            self._parent[max(a, b)] = min(a, b)
