"""Times one filter of statsmodels on the simulated 720 months: hp, cf or bk."""

import json
import os
import sys
import time

import numpy as np
from statsmodels.tsa.filters.bk_filter import bkfilter
from statsmodels.tsa.filters.cf_filter import cffilter
from statsmodels.tsa.filters.hp_filter import hpfilter

with open(os.environ["BENCH_DATA"]) as file:
    y = np.array(json.load(file)["s720"])

JOBS = {
    "hp": (lambda: hpfilter(y, 14400)[0], 400),
    "cf": (lambda: cffilter(y, 18, 96, True)[0], 40),
    "bk": (lambda: bkfilter(y, 18, 96, 36), 2000),
}
run, calls = JOBS[sys.argv[1]]
for _ in range(max(3, calls // 4)):
    cycle = run()
cpu, wall = time.process_time(), time.perf_counter()
for _ in range(calls):
    cycle = run()
used, passed = time.process_time() - cpu, time.perf_counter() - wall
lost = (len(y) - len(cycle)) // 2
value = float(sum(k * cycle[t - lost] for k, t in ((1, 100), (2, 360), (4, 600))))
print(json.dumps({"cpu": used / calls, "wall": passed / calls, "value": value}))
