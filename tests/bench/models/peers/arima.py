"""SARIMAX(1,1,1)(0,1,1)12 of statsmodels: arima.py likelihood|fit log-ap|s720."""
import json, os, sys, time, warnings
import numpy as np
from statsmodels.tsa.statespace.sarimax import SARIMAX

warnings.filterwarnings("ignore")
job, which = sys.argv[1], sys.argv[2]
data = json.load(open(os.environ["BENCH_DATA"]))
y = np.log(np.array(data["ap"], float)) if which == "log-ap" else np.array(data["s720"], float)


def model():
    return SARIMAX(y, order=(1, 1, 1), seasonal_order=(0, 1, 1, 12))


if job == "likelihood":
    m = model()
    # The variance that maximises the likelihood at these coefficients, as ours concentrates it out.
    concentrated = SARIMAX(y, order=(1, 1, 1), seasonal_order=(0, 1, 1, 12), concentrate_scale=True)
    scale = concentrated.smooth([0.2, -0.58, -0.56]).scale
    at = np.array([0.2, -0.58, -0.56, scale])
    calls = 60

    def run():
        return m.loglike(at)
else:
    calls = 3

    def run():
        return model().fit(disp=0).llf


run()
run()
cpu, wall = time.process_time(), time.perf_counter()
for _ in range(calls):
    value = run()
print(json.dumps({"cpu": (time.process_time() - cpu) / calls, "wall": (time.perf_counter() - wall) / calls, "value": float(value)}))
