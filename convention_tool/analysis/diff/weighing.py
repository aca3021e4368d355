"""How much the words of some texts say: rare words tell texts apart, common ones do not.

A text is a row, a word a column, and what stands there is the weight of the word in the text
(tf-idf); the product of two such matrices is the cosine of each text with each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from convention_tool.analysis.diff.spelling import FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

#: Words that stand in more of the texts are passed over when candidates are looked for: they are
#: in most articles of a treaty, and would make the search as long as all pairs.
_RARE_SHARE = 0.05
_RARE_LEAST = 12

#: Each text keeps so many candidates.
_CANDIDATES = 6

#: Texts that share less are no candidates.
_LEAST = 0.04

#: What standing in the same place is worth among texts that are equally alike.
_ORDER = 0.02

#: Texts are compared with all others so many at a time, which bounds memory.
_AT_A_TIME = 512


class Candidates(NamedTuple):
    """Pairs of texts that share rare words, by their places among the texts."""

    old: Places
    new: Places
    #: How alike each pair is by all of its words, 0 to 1, rare words counting more.
    likeness: Floats


def candidates(
    old: Sequence[str], new: Sequence[str], old_order: Floats, new_order: Floats
) -> Candidates:
    """For each text, spelled by one alphabet, the likeliest counterparts on the other side.

    Args:
        old: the texts of one side.
        new: those of the other.
        old_order: where each is expected among the others, 0 to 1.
        new_order: where each of those stands.
    """
    weights, rare = _weights([*old, *new])
    pairs = np.concatenate(
        [
            np.zeros((0, 2), np.intp),
            *_best(rare[: len(old)], rare[len(old) :], old_order, new_order),
        ]
    )
    rows, columns = np.unique(pairs, axis=0).T
    alike = weights[rows].multiply(weights[columns + len(old)]).sum(axis=1)
    return Candidates(rows, columns, np.asarray(alike).ravel())


def _weights(texts: Sequence[str]) -> tuple[Any, Any]:
    """The matrix of all words, each row of length 1, and that of the rare ones."""
    letters = np.frombuffer("".join(texts).encode("utf-32-le"), np.uint32).astype(np.intp) - FIRST
    rows = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    columns = int(letters.max(initial=0)) + 1
    counts = csr_matrix((np.ones(len(letters)), (rows, letters)), (len(texts), columns))
    standing = np.bincount(counts.indices, minlength=columns)
    telling = np.log1p(len(texts) / np.maximum(standing, 1))
    counts.data = (1 + np.log(counts.data)) * telling[counts.indices]
    lengths = np.sqrt(np.asarray(counts.multiply(counts).sum(axis=1)).ravel())
    counts.data /= np.repeat(np.where(lengths, lengths, 1), np.diff(counts.indptr))
    rare = standing <= max(_RARE_LEAST, _RARE_SHARE * len(texts))
    return counts, counts[:, np.flatnonzero(rare)]


def _best(old: Any, new: Any, old_order: Floats, new_order: Floats) -> Iterator[Places]:
    """The pairs of each row with its best columns, and of each column with its best rows."""
    across = new.T.tocsc()
    for start in range(0, old.shape[0], _AT_A_TIME):
        alike = (old[start : start + _AT_A_TIME] @ across).tocoo()
        enough = alike.data >= _LEAST
        rows, columns = alike.row[enough] + start, alike.col[enough]
        score = alike.data[enough] + _ORDER * (1 - np.abs(old_order[rows] - new_order[columns]))
        for keys in (rows, columns):
            first = _first_of_each(keys, score)
            yield np.stack((rows[first], columns[first]), axis=1).astype(np.intp)


def _first_of_each(keys: Places, scores: Floats) -> Places:
    """Where the best scores of each key stand."""
    order = np.lexsort((-scores, keys))
    starts = np.flatnonzero(np.diff(keys[order], prepend=-1))
    rank = np.arange(len(order)) - np.repeat(starts, np.diff(np.append(starts, len(order))))
    return order[rank < _CANDIDATES]
