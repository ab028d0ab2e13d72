"""Times statsmodels' Markov-switching AR(4) on GNP growth: one likelihood, or a fit from 20 random starts."""

import json
import os
import sys
import time
import warnings

import numpy as np
from statsmodels.tsa.regime_switching.markov_autoregression import MarkovAutoregression

warnings.simplefilter("ignore")
with open(os.environ["BENCH_DATA"]) as file:
    y = np.array(json.load(file)["gnp"])
model = MarkovAutoregression(y, k_regimes=2, order=4, switching_ar=False)
at = np.array([0.754673, 0.095915, -0.358811, 1.163516, 0.5913638, 0.013486, -0.057521, -0.246983, -0.212923])


def fit():
    np.random.seed(1)
    return model.fit(search_reps=20).llf


run, calls = {"likelihood": (lambda: model.loglike(at), 300), "fit": (fit, 1)}[sys.argv[1]]
for _ in range(max(1, calls // 4)):
    value = run()
cpu, wall = time.process_time(), time.perf_counter()
for _ in range(calls):
    value = run()
used, passed = time.process_time() - cpu, time.perf_counter() - wall
print(json.dumps({"cpu": used / calls, "wall": passed / calls, "value": float(value)}))
