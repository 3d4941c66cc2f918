00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:00:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:00:07  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Shift WeightShifted: step 1/4: weight 5, 2 AOT pods ready
00:00:08  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:09  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:10  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:12  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:12Z (1m)
00:01:12  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait ThinEvidence: guard latency: 4 of 289 AOT requests took over 0.25 s (1.38 %), 113 of 6,191 JIT requests ...
00:02:07  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Advance StepEntered: step 2/4: AOT pods for weight 25
00:02:12  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:02:13  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Shift WeightShifted: step 2/4: weight 25, 2 AOT pods ready
00:02:14  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:02:15  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 25 was set, 30 tell its share
00:02:16  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 25 was set, 30 tell its share
00:02:18  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:04:18Z (2m)
00:03:18  -- AOT answers four times as often slowly
00:03:23  step 2/4  asked   0  served  25  jit 6/6  aot 2/2  RollBack LatencyRegressed: 59 of 1,636 AOT requests took over 0.25 s (3.61 %), 98 of 5,269 JIT requests (1.86 %), 1.9...
00:03:24  step 2/4  asked   0  served  25  jit 6/6  aot 2/2  Rest LatencyRegressed: 59 of 1,636 AOT requests took over 0.25 s (3.61 %), 98 of 5,269 JIT requests (1.86 %), 1.9...
00:03:26  step 2/4  asked   0  served   0  jit 6/6  aot 2/2  Rest LatencyRegressed: 59 of 1,636 AOT requests took over 0.25 s (3.61 %), 98 of 5,269 JIT requests (1.86 %), 1.9...
00:08:24  == RolledBack, weight 0, JIT 6 pods, AOT 0 pods
