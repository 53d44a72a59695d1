"""The best way to put a row of cells into a row of columns, both in their order, and what comes close to it.

Points for every pair of cell and column enter, and what it costs to leave a cell without a column or a column without
a cell; the columns of the cells leave. A column without a cell may cost more where a gap begins than where it goes on.
"""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.model.classes import dataclass

_NEVER = -(10**6)


@dataclass(frozen=True, slots=True)
class Gaps:
    """Points for columns without a cell, by column: where a gap begins with it, where a gap goes on over it, and
    where it is the first behind a gap.
    """

    begin: Sequence[int]
    go_on: Sequence[int]
    end: Sequence[int]

    @property
    def even(self) -> bool:
        """Whether a column costs the same wherever it stands in a gap."""
        return self.begin is self.go_on and not any(self.end)


class Paths:
    """All ways of putting cells into columns. ``fits[cell][column]`` are points; ``leave[cell]`` those of a cell that
    is put nowhere.
    """

    def __init__(self, fits: Sequence[Sequence[int]], leave: Sequence[int], gaps: Gaps) -> None:
        self.fits, self.leave, self.gaps = fits, leave, gaps
        self.cells, self.columns = len(leave), len(gaps.begin)
        self.after = self._after()

    @property
    def points(self) -> int:
        """The points of the best way."""
        return self.after[0][0][0]

    def best(self) -> list[int | None]:
        """The column of each cell on the best way; at a tie a cell rather takes a place than stays without."""
        chosen: list[int | None] = []
        j, gap = 0, 0
        gaps, after = self.gaps, self.after
        while len(chosen) < self.cells:
            i = len(chosen)
            here = after[gap][i][j]
            if j < self.columns:
                into = self.fits[i][j] + (gaps.end[j] if gap else 0) + after[0][i + 1][j + 1]
                if into == here:
                    chosen.append(j)
                    j, gap = j + 1, 0
                    continue
                if (gaps.go_on[j] if gap else gaps.begin[j]) + after[1][i][j + 1] == here:
                    j, gap = j + 1, 1
                    continue
            chosen.append(None)
        return chosen

    def rivals(self, chosen: Sequence[int | None], near: int) -> tuple[tuple[int | None, ...], ...]:
        """For each cell the other places it has on ways that are worse than the best by less than ``near``."""
        before, after, end = self._before(), self.after, self.gaps.end
        found: list[tuple[int | None, ...]] = []
        for i, place in enumerate(chosen):
            through: dict[int | None, int] = {
                j: max(before[0][i][j], before[1][i][j] + end[j]) + self.fits[i][j] + after[0][i + 1][j + 1]
                for j in range(self.columns)
            }
            through[None] = max(
                before[gap][i][j] + self.leave[i] + after[gap][i + 1][j]
                for gap in (0, 1)
                for j in range(self.columns + 1)
            )
            found.append(tuple(j for j, total in through.items() if j != place and through[place] - total < near))
        return tuple(found)

    def _after(self) -> list[list[list[int]]]:
        """The points of the best way on from each place: [inside a gap?][cell][column]."""
        n, m = self.cells, self.columns
        fits, leave, gaps = self.fits, self.leave, self.gaps
        first = [[_NEVER] * (m + 1) for _ in range(n + 1)]
        if gaps.even:
            self._fill_after(first)
            return [first, first]
        within = [[_NEVER] * (m + 1) for _ in range(n + 1)]
        for i in range(n, -1, -1):
            for j in range(m, -1, -1):
                one = two = 0 if i == n and j == m else _NEVER
                if j < m:
                    skipped = within[i][j + 1]
                    one, two = max(one, skipped + gaps.begin[j]), max(two, skipped + gaps.go_on[j])
                if i < n:
                    one, two = max(one, first[i + 1][j] + leave[i]), max(two, within[i + 1][j] + leave[i])
                    if j < m:
                        into = fits[i][j] + first[i + 1][j + 1]
                        one, two = max(one, into), max(two, into + gaps.end[j])
                first[i][j], within[i][j] = one, two
        return [first, within]

    def _before(self) -> list[list[list[int]]]:
        """The points of the best way up to each place."""
        n, m = self.cells, self.columns
        fits, leave, gaps = self.fits, self.leave, self.gaps
        first = [[_NEVER] * (m + 1) for _ in range(n + 1)]
        if gaps.even:
            self._fill_before(first)
            return [first, first]
        within = [[_NEVER] * (m + 1) for _ in range(n + 1)]
        first[0][0] = 0
        for i in range(n + 1):
            for j in range(m + 1):
                one, two = first[i][j], within[i][j]
                if j:
                    two = max(two, first[i][j - 1] + gaps.begin[j - 1], within[i][j - 1] + gaps.go_on[j - 1])
                if i:
                    one, two = max(one, first[i - 1][j] + leave[i - 1]), max(two, within[i - 1][j] + leave[i - 1])
                    if j:
                        into = max(first[i - 1][j - 1], within[i - 1][j - 1] + gaps.end[j - 1])
                        one = max(one, into + fits[i - 1][j - 1])
                first[i][j], within[i][j] = one, two
        return [first, within]

    # where gaps cost the same everywhere, one table is enough: most rows lack nothing

    def _fill_after(self, best: list[list[int]]) -> None:
        n, m, fits, leave, miss = self.cells, self.columns, self.fits, self.leave, self.gaps.begin
        best[n][m] = 0
        for j in range(m - 1, -1, -1):
            best[n][j] = best[n][j + 1] + miss[j]
        for i in range(n - 1, -1, -1):
            row, below, fit, left = best[i], best[i + 1], fits[i], leave[i]
            row[m] = below[m] + left
            for j in range(m - 1, -1, -1):
                row[j] = max(row[j + 1] + miss[j], below[j] + left, fit[j] + below[j + 1])

    def _fill_before(self, best: list[list[int]]) -> None:
        n, m, fits, leave, miss = self.cells, self.columns, self.fits, self.leave, self.gaps.begin
        best[0][0] = 0
        for j in range(m):
            best[0][j + 1] = best[0][j] + miss[j]
        for i in range(n):
            row, above, fit, left = best[i + 1], best[i], fits[i], leave[i]
            row[0] = above[0] + left
            for j in range(m):
                row[j + 1] = max(row[j] + miss[j], above[j + 1] + left, above[j] + fit[j])
