"""Which lines are the report: the best path through the page, before · body with gaps · after, by each line's odds.

A Viterbi search over the whole page finds one body, which furniture may interrupt, and which does not begin again once
it ended.
"""

# What it costs, in log odds, to begin the body, to interrupt it, to stay a line within the interruption, and to go
# on after it. Tuned with the weights on half of article-extraction-benchmark's pages (docs/decisions/bare-text.md).
START, PAUSE, PAUSED, RESUME = 1.0, 0.0, 0.1, 0.5
# What more it costs to go on with the body beyond a line of these classes: what they head ends a page's text.
BARRIERS = {"comment": 2.0, "copyright": 2.0}


def best_path(
    scores: list[float],
    kinds: list[str],
    costs: tuple[float, float, float, float] = (START, PAUSE, PAUSED, RESUME),
) -> list[int]:
    """The state of each line: 0 before the body, 1 body, 2 interruption, 3 after it. `kinds` are the lines' classes
    of furniture: what reads like text behind the head of a page's comments is comments."""
    likely = [number for number, score in enumerate(scores) if score > 0]
    if not likely:
        return [0] * len(scores)
    # No path begins or ends the body at a line that speaks against it.
    first, end = likely[0], likely[-1] + 1
    inner = _inner_path(scores[first:end], kinds[first:end], costs)
    return [0] * first + inner + [3] * (len(scores) - end)


def _inner_path(scores: list[float], kinds: list[str], costs: tuple[float, float, float, float]) -> list[int]:
    start, pause, paused, resume = costs
    far = -1e9
    before, body, gap, after = 0.0, far, far, far
    back: list[tuple[int, int, int, int]] = []
    for score, kind in zip(scores, kinds, strict=True):
        gain, loss = score / 2, -score / 2
        barrier = BARRIERS.get(kind, 0.0) if kind else 0.0
        to_body, from_body = (body, 1) if body >= before - start else (before - start, 0)
        if gap - resume >= to_body:
            to_body, from_body = gap - resume, 2
        to_gap, from_gap = (gap - paused, 2) if gap - paused >= body - pause else (body - pause, 1)
        to_after, from_after = (after, 3) if after >= body else (body, 1)
        back.append((0, from_body, from_gap, from_after))
        before, body, gap, after = before + loss, to_body + gain, to_gap - barrier + loss, to_after + loss
    state = max((before, 0), (body, 1), (after, 3))[1]
    path = [0] * len(scores)
    for number in range(len(scores) - 1, -1, -1):
        path[number] = state
        state = back[number][state]
    return path
