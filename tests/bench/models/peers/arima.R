# stats::arima and forecast::auto.arima: arima.R likelihood|fit|choice log-ap|s720
suppressMessages({library(jsonlite); library(forecast)})
args <- commandArgs(trailingOnly = TRUE)
data <- fromJSON(Sys.getenv("BENCH_DATA"))
y <- if (args[2] == "log-ap") log(data$ap) else data$s720
x <- ts(y, frequency = 12)
if (args[1] == "likelihood") {
  # The C code of the likelihood, on a model set up once; its update of the first state is what arima() itself calls.
  fixed <- c(0.2, -0.58, -0.56)
  m <- arima(x, c(1, 1, 1), seasonal = c(0, 1, 1), fixed = fixed, transform.pars = FALSE)$model
  phi <- 0.2
  theta <- c(-0.58, rep(0, 10), -0.56, 0.58 * 0.56)
  fresh <- stats:::makeARIMA(phi, theta, m$Delta)
  n <- length(y) - 13
  calls <- 200
  run <- function() {
    # The C code works in place: it is handed a copy each time.
    z <- lapply(fresh, function(v) v + 0)
    r <- .Call(stats:::C_ARIMA_Like, y, z, 0L, FALSE)
    -0.5 * n * (log(r[1] / r[3]) + r[2] / r[3] + 1 + log(2 * pi))
  }
} else if (args[1] == "fit") {
  calls <- 3
  run <- function() arima(x, c(1, 1, 1), seasonal = c(0, 1, 1), method = "ML")$loglik
} else {
  calls <- 1
  run <- function() auto.arima(x)$aicc
}
if (args[1] != "choice") { run(); run() }
before <- proc.time()
for (i in seq_len(calls)) value <- run()
used <- proc.time() - before
cat(toJSON(list(cpu = (used[[1]] + used[[2]]) / calls, wall = used[[3]] / calls, value = value), auto_unbox = TRUE, digits = 15), "\n")
