00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:00:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:00:07  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Shift WeightShifted: step 1/4: weight 5, 2 AOT pods ready
00:00:08  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:09  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:10  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:22  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:22Z (1m)
00:01:22  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait NoTraffic: guard errors: 0 of 100 AOT requests needed so far; until 2026-11-02T09:16:02Z
00:16:02  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Hold Inconclusive: step 1 has not passed by 2026-11-02T09:16:02Z: guard errors: 0 of 100 AOT requests needed ...
00:21:02  == Paused, weight 5, JIT 6 pods, AOT 2 pods
