"""gunicorn answers with several threads: what one analyses must not disturb another."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from search.language import analysis, compounds, derivation, lemma
from search.language.analysis import word_key

FORMS = tuple(dict.fromkeys(Path(__file__).with_name("inflections.txt").read_text("utf-8").split()))
CACHES = (
    lemma.spelling,
    lemma.key,
    lemma.base_form,
    analysis.word_key,
    analysis._keys,
    compounds.split,
    compounds.parts,
    derivation.root,
)
THREADS = 8
ROUNDS = 5


@pytest.fixture
def hasty_threads():
    """Threads that give way to one another all the time."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def forget_everything():
    for cache in CACHES:
        cache.cache_clear()


def keys_from(first: int) -> dict[str, str]:
    """The keys of all forms, worked out from the one numbered `first` onwards."""
    return {form: word_key(form) for form in (*FORMS[first:], *FORMS[:first])}


def test_threads_that_analyse_at_the_same_time_find_the_same_keys(hasty_threads):
    forget_everything()
    alone = keys_from(0)
    for _round in range(ROUNDS):
        forget_everything()
        with ThreadPoolExecutor(THREADS) as pool:
            together = list(pool.map(keys_from, [number * len(FORMS) // THREADS for number in range(THREADS)]))
        assert all(keys == alone for keys in together)
