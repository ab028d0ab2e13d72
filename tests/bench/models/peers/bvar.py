"""Times 5000 draws from the posterior of a Minnesota BVAR(4) in numpy, in batches: `bvar.py 7` or `bvar.py 20`."""

import json
import os
import sys
import time

import numpy as np
import scipy.linalg as sl

P, DRAWS, TIGHTNESS = 4, 5000, 0.2


def panel(data, n):
    if n == 7:
        return np.array(data["var7"]["values"])
    values = np.array(data["panel"]["values"], dtype=float)
    return values[:, ~np.isnan(values).any(axis=0)][:, :n]


def posterior(y):
    n = y.shape[1]
    rows = len(y) - P
    k = n * P + 1
    x = np.hstack([y[P - lag : len(y) - lag] for lag in range(1, P + 1)] + [np.ones((rows, 1))])
    z = y[P:]
    psi = (np.diff(y, axis=0) ** 2).mean(0)
    precision = np.r_[np.concatenate([psi * (lag / TIGHTNESS) ** 2 for lag in range(1, P + 1)]), 1e-6]
    prior = np.zeros((k, n))
    prior[:n] = np.eye(n)
    lower = np.linalg.cholesky(x.T @ x + np.diag(precision))
    w = sl.solve_triangular(lower, x.T @ z + precision[:, None] * prior, lower=True)
    mean = sl.solve_triangular(lower, w, lower=True, trans=1)
    scale = z.T @ z + np.diag(precision[:n] + psi) - w.T @ w
    spread = sl.solve_triangular(lower, np.eye(k), lower=True).T
    return mean, spread, np.linalg.cholesky(scale), rows + n + 2


def draws(post, g, batch=250):
    mean, spread, lower, nu = post
    k, n = mean.shape
    total = 0.0
    for _ in range(0, DRAWS, batch):
        a = np.tril(g.standard_normal((batch, n, n)), -1)
        a[:, np.arange(n), np.arange(n)] = np.sqrt(g.chisquare(nu - np.arange(n), size=(batch, n)))
        u = np.linalg.solve(a, np.broadcast_to(lower.T, (batch, n, n)))
        total += (mean + spread @ g.standard_normal((batch, k, n)) @ u)[:, 0, 0].sum()
    return total / DRAWS


with open(os.environ["BENCH_DATA"]) as file:
    post = posterior(panel(json.load(file), int(sys.argv[1])))
g = np.random.default_rng(1)
CALLS = 4
for _ in range(2):
    value = draws(post, g)
cpu, wall = time.process_time(), time.perf_counter()
for _ in range(CALLS):
    value = draws(post, g)
used, passed = time.process_time() - cpu, time.perf_counter() - wall
print(json.dumps({"cpu": used / CALLS, "wall": passed / CALLS, "value": float(value)}))
