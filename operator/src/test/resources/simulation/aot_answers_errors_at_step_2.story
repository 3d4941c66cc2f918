00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:00:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:00:07  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Shift WeightShifted: step 1/4: weight 5, 2 AOT pods ready
00:00:08  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:09  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:10  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:12  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:12Z (1m)
00:01:12  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait ThinEvidence: guard latency: 5 of 267 AOT requests took over 0.25 s (1.87 %), 132 of 6,144 JIT requests ...
00:03:02  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Advance StepEntered: step 2/4: AOT pods for weight 25
00:03:07  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:03:08  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Shift WeightShifted: step 2/4: weight 25, 2 AOT pods ready
00:03:09  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:03:10  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 25 was set, 30 tell its share
00:03:11  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 25 was set, 30 tell its share
00:03:13  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:05:13Z (2m)
00:03:41  -- AOT answers 8 % errors
00:03:48  step 2/4  asked   0  served  25  jit 6/6  aot 2/2  RollBack ErrorsRegressed: 18 of 917 AOT requests failed (1.96 %), 0 of 2,934 JIT requests (0 %), 118x [11.6, over 1,...
00:03:49  step 2/4  asked   0  served  25  jit 6/6  aot 2/2  Rest ErrorsRegressed: 18 of 917 AOT requests failed (1.96 %), 0 of 2,934 JIT requests (0 %), 118x [11.6, over 1,...
00:03:51  step 2/4  asked   0  served   0  jit 6/6  aot 2/2  Rest ErrorsRegressed: 18 of 917 AOT requests failed (1.96 %), 0 of 2,934 JIT requests (0 %), 118x [11.6, over 1,...
00:13:41  == RolledBack, weight 0, JIT 6 pods, AOT 0 pods
