"""Times statsmodels' STL on the simulated 720 months, with R's windows and jumps: periodic, 13, or 13-every (no jumps)."""

import json
import os
import sys
import time

import numpy as np
from statsmodels.tsa.seasonal import STL

with open(os.environ["BENCH_DATA"]) as file:
    y = np.array(json.load(file)["s720"])

COMMON = {"period": 12, "seasonal_deg": 0}
JOBS = {
    "periodic": {"seasonal": 7201, "trend": 19, "seasonal_jump": 721, "trend_jump": 2, "low_pass_jump": 2},
    "13": {"seasonal": 13, "trend": 21, "seasonal_jump": 2, "trend_jump": 3, "low_pass_jump": 2},
    "13-every": {"seasonal": 13, "trend": 21},
}
options = {**COMMON, **JOBS[sys.argv[1]]}
calls = 600


def run():
    return STL(y, **options).fit(inner_iter=2, outer_iter=0)


for _ in range(150):
    fit = run()
cpu, wall = time.process_time(), time.perf_counter()
for _ in range(calls):
    fit = run()
used, passed = time.process_time() - cpu, time.perf_counter() - wall
trend = np.asarray(fit.trend)
value = float(trend[100] + 2 * trend[360] + 4 * trend[600])
print(json.dumps({"cpu": used / calls, "wall": passed / calls, "value": value}))
