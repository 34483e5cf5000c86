-- Requests random portal links of the file named by BENCH_LINKS.
local paths = {}
for line in io.lines(os.getenv("BENCH_LINKS")) do
  paths[#paths + 1] = line:match("^https?://[^/]+(/.*)$")
end

function init()
  math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 100000)
end

function request()
  return wrk.format("GET", paths[math.random(#paths)])
end

function done(summary, latency)
  local errors = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(99), errors))
end
