"""Times one state-space job of statsmodels: level, bsm, bsm720, dense (log-likelihoods), smoother or fit."""

import json
import math
import os
import sys
import time
import warnings

import numpy as np
from statsmodels.tsa.statespace.kalman_filter import KalmanFilter
from statsmodels.tsa.statespace.structural import UnobservedComponents

warnings.filterwarnings("ignore")
with open(os.environ["BENCH_DATA"]) as file:
    data = json.load(file)
BSM = {"level": "lltrend", "seasonal": 12, "use_exact_diffuse": True}


def structural(y, params, **spec):
    model = UnobservedComponents(np.array(y), **spec)
    return model, np.array(params)


def likelihood(y, params, **spec):
    model, at = structural(y, params, **spec)
    return lambda: model.loglike(at)


def smoother():
    model, at = structural(np.log(data["ap"]), [1.3e-4, 7e-4, 1e-8, 6.4e-5], **BSM)

    def run():
        model.update(at)
        return float(model.ssm.smooth().smoothed_state[0].sum())

    return run


def dense():
    y = np.ascontiguousarray(np.array(data["var7"]["values"])[:, :3])
    m = 6
    kalman = KalmanFilter(k_endog=3, k_states=m, loglikelihood_burn=0)
    kalman.bind(y)
    kalman["design"] = [[math.cos(i + 2 * j) for j in range(m)] for i in range(3)]
    kalman["obs_cov"] = np.diag([0.5, 0.6, 0.7])
    kalman["transition"] = [
        [(0.5 if i == j else 0) + 0.05 * math.sin(3 * i + 7 * j + 1) for j in range(m)] for i in range(m)
    ]
    kalman["selection"] = np.eye(m)
    kalman["state_cov"] = np.diag([0.3 + 0.1 * i for i in range(m)])
    kalman.initialize_known(np.zeros(m), 10 * np.eye(m))
    # Its steady state stops some digits early; a tolerance of 0 keeps the answers comparable.
    kalman.tolerance = 0
    return kalman.loglike


def fit():
    y = np.log(data["ap"])
    return lambda: float(UnobservedComponents(y, **BSM).fit(disp=0).llf)


JOBS = {
    "level": (lambda: likelihood(data["nile"], [15099.0, 1469.1], level="llevel", use_exact_diffuse=True), 400),
    "bsm": (lambda: likelihood(np.log(data["ap"]), [1.3e-4, 7e-4, 1e-8, 6.4e-5], **BSM), 200),
    "bsm720": (lambda: likelihood(data["s720"], [25.0, 55.0, 0.01, 1.4], **BSM), 60),
    "dense": (dense, 200),
    "smoother": (smoother, 60),
    "fit": (fit, 2),
}
make, calls = JOBS[sys.argv[1]]
run = make()
for _ in range(max(1, calls // 4)):
    value = run()
cpu, wall = time.process_time(), time.perf_counter()
for _ in range(calls):
    value = run()
used, passed = time.process_time() - cpu, time.perf_counter() - wall
print(json.dumps({"cpu": used / calls, "wall": passed / calls, "value": float(value)}))
