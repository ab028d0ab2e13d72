# Automatic choice of forecast::ets on AirPassengers: median CPU of five calls after one that warms.
suppressMessages({
  library(forecast)
  library(jsonlite)
})
y <- ts(fromJSON(Sys.getenv("BENCH_DATA"))$ap, frequency = 12, start = c(1949, 1))
fit <- ets(y)
cpu <- numeric(5)
wall <- numeric(5)
for (i in 1:5) {
  t <- system.time(fit <- ets(y))
  cpu[i] <- t[["user.self"]] + t[["sys.self"]]
  wall[i] <- t[["elapsed"]]
}
cat(sprintf('{"cpu": %.9f, "wall": %.9f, "value": %.12f}\n', median(cpu), median(wall), fit$aicc))
