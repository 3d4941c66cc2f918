00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:00:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:00:07  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Shift WeightShifted: step 1/4: weight 5, 2 AOT pods ready
00:00:08  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:09  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:10  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:12  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:12Z (1m)
00:01:12  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait NoTraffic: guard errors: 0 of 100 AOT requests needed so far; until 2026-11-02T09:16:02Z
00:02:12  step 1/4  asked   0  served   5  jit 6/6  aot 2/2  RollBack InstrumentationTrimmed: JIT pods export http_server_request_duration_seconds, AOT pods do not after 2 min and abou...
00:02:13  step 1/4  asked   0  served   5  jit 6/6  aot 2/2  Rest InstrumentationTrimmed: JIT pods export http_server_request_duration_seconds, AOT pods do not after 2 min and abou...
00:02:15  step 1/4  asked   0  served   0  jit 6/6  aot 2/2  Rest InstrumentationTrimmed: JIT pods export http_server_request_duration_seconds, AOT pods do not after 2 min and abou...
00:07:13  == RolledBack, weight 0, JIT 6 pods, AOT 0 pods
