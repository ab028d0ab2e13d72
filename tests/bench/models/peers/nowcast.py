"""Times one EM iteration of statsmodels' DynamicFactorMQ on the panel that jobs/nowcast.ts simulates."""

import json
import math
import time
import warnings

import numpy as np
import pandas as pd
from statsmodels.tsa.statespace.dynamic_factor_mq import DynamicFactorMQ

warnings.simplefilter("ignore")
state = 5


def uniform():
    global state
    state = (state * 1664525 + 1013904223) % 2**32
    return state / 2**32


def normal():
    s = -6.0
    for _ in range(12):
        s += uniform()
    return s


MONTHLY, QUARTERLY, MONTHS = 100, 20, 700
N = MONTHLY + QUARTERLY
loadings = np.array([0.6 * normal() for _ in range(N * 2)])
rho = np.array([uniform() - 0.2 for _ in range(N)])
variance = np.array([(0.4 + 0.5 * uniform()) ** 2 for _ in range(N)])
total = MONTHS + 24
f = np.zeros((total, 2))
for t in range(2, total):
    a, b = f[t - 1], f[t - 2]
    f[t, 0] = 0.6 * a[0] + 0.1 * a[1] + 0.2 * b[0] + 0.5 * normal()
    f[t, 1] = 0.05 * a[0] + 0.5 * a[1] + 0.2 * b[1] + 0.5 * normal()
y = np.full((MONTHS, N), np.nan)
for i in range(N):
    x = np.zeros(total)
    e = 0.0
    for t in range(total):
        e = rho[i] * e + math.sqrt(variance[i]) * normal()
        x[t] = loadings[i * 2] * f[t, 0] + loadings[i * 2 + 1] * f[t, 1] + e
    begins = 24 + int(216 * uniform()) if i < MONTHLY and i % 5 == 0 else 0
    for t in range(begins, MONTHS):
        at = t + 24
        if i >= MONTHLY:
            if t % 3 == 2:
                y[t, i] = x[at] + 2 * x[at - 1] + 3 * x[at - 2] + 2 * x[at - 3] + x[at - 4]
            continue
        unpublished = (i % 4 == 1 and t % 12 == 0) or (i % 8 == 3 and t % 12 < 2) or t >= MONTHS - (i % 3)
        if not unpublished:
            y[t, i] = x[at]

months = pd.period_range("1965-01", periods=MONTHS, freq="M")
monthly = pd.DataFrame(y[:, :MONTHLY], index=months, columns=[f"m{i}" for i in range(MONTHLY)])
quarters = pd.period_range("1965Q1", periods=MONTHS // 3, freq="Q")
quarterly = pd.DataFrame(
    y[2::3, MONTHLY:][: len(quarters)], index=quarters, columns=[f"q{i}" for i in range(QUARTERLY)]
)
model = DynamicFactorMQ(
    monthly,
    endog_quarterly=quarterly,
    factors=1,
    factor_orders=2,
    factor_multiplicities=2,
    idiosyncratic_ar1=True,
    standardize=False,
)
root = 0.5
params = np.concatenate(
    [loadings, [0.6, 0.1, 0.2, 0, 0.05, 0.5, 0, 0.2], [root, 0, root], rho, variance]
)
model.ssm.loglikelihood_burn = 0
value = float(model.loglike(params))
cpu, wall = time.process_time(), time.perf_counter()
result = model._em_expectation_step(params)
model._em_maximization_step(result, params)
used, passed = time.process_time() - cpu, time.perf_counter() - wall
print(json.dumps({"cpu": used, "wall": passed, "value": value}))
