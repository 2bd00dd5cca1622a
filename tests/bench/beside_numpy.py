"""Puts what plain NumPy takes for the same beside the lines of a bench.

    build/tests/bench/rank | python3 tests/bench/beside_numpy.py

A line whose beginning is a key below gets the seconds of NumPy and how many
times as long that is.  Processor time of one thread, the median of three.
"""
import os
import re
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np

tables = {}


def table(rows, columns):
    if (rows, columns) not in tables:
        rng = np.random.default_rng(1)
        tables[rows, columns] = 1 + 99 * rng.random((rows, columns))
    return tables[rows, columns]


def shares(columns):
    weight = np.arange(1, columns + 1, dtype=float)
    return weight / weight.sum()


def ranks(score):
    order = np.argsort(-score, kind="stable")
    rank = np.empty(len(score), dtype=np.int64)
    rank[order] = np.arange(1, len(score) + 1)
    return rank


def weighted_sum():
    x = table(1_000_000, 10)
    low, high = x.min(axis=0), x.max(axis=0)
    return ranks(((x - low) / (high - low)) @ shares(10))


def fixed_scales():
    x = table(1_000_000, 10)
    return ranks(np.clip((x - 1) / 99, 0, 1) @ shares(10))


def topsis(worth):
    v = worth * shares(10)
    best = np.sqrt(((v - v.max(axis=0)) ** 2).sum(axis=1))
    worst = np.sqrt(((v - v.min(axis=0)) ** 2).sum(axis=1))
    return ranks(worst / (best + worst))


def topsis_vector():
    x = table(1_000_000, 10)
    return topsis(x / np.sqrt((x ** 2).sum(axis=0)))


def topsis_minmax():
    x = table(1_000_000, 10)
    low, high = x.min(axis=0), x.max(axis=0)
    return topsis((x - low) / (high - low))


def smaa():
    x = table(1_000, 8)
    rng = np.random.default_rng(2)
    count = np.zeros(1_000_000, dtype=np.int64)
    rows = np.arange(1_000)
    for _ in range(100):
        weight = rng.dirichlet(np.ones(8), size=100)
        order = np.argsort(-(x @ weight.T), axis=0)
        rank = np.empty_like(order)
        np.put_along_axis(rank, order, rows[:, None], axis=0)
        count += np.bincount((1_000 * rows[:, None] + rank).ravel(),
                             minlength=1_000_000)
    return count.reshape(1_000, 1_000)


BESIDE = {
    "sum, minmax, ranks": weighted_sum,
    "sum, fixed scales, ranks": fixed_scales,
    "TOPSIS, vector, ranks": topsis_vector,
    "TOPSIS, minmax, ranks": topsis_minmax,
    "SMAA 10,000 weights, 1,000 x 8, one thread": smaa,
}

UNIT = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}


def median_seconds(call):
    took = []
    for _ in range(3):
        start = time.process_time()
        call()
        took.append(time.process_time() - start)
    return sorted(took)[1]


def beside(line):
    found = re.search(r"([\d.]+) (ns|us|ms|s)\b", line)
    for title, call in BESIDE.items():
        if found and line.startswith(title):
            numpy = median_seconds(call)
            ours = float(found[1]) * UNIT[found[2]]
            return f"{line}; NumPy {numpy:.3g} s, {numpy / ours:.1f} times"
    return line


for text in sys.stdin:
    print(beside(text.rstrip("\n")), flush=True)
