"""Times a VAR(4) of 7 series with its orthogonal responses to 24 steps in statsmodels."""

import json
import os
import time

import numpy as np
from statsmodels.tsa.api import VAR

with open(os.environ["BENCH_DATA"]) as file:
    y = np.array(json.load(file)["var7"]["values"])


def run():
    return VAR(y).fit(4, trend="c").irf(24).orth_irfs


CALLS = 40
for _ in range(10):
    responses = run()
cpu, wall = time.process_time(), time.perf_counter()
for _ in range(CALLS):
    responses = run()
used, passed = time.process_time() - cpu, time.perf_counter() - wall
print(json.dumps({"cpu": used / CALLS, "wall": passed / CALLS, "value": float(np.abs(responses).sum())}))
