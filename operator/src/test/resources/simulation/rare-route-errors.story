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
00:03:18  -- one route with 1 % of the requests always fails on AOT: reflection or serialization at run time
00:04:18  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Advance StepEntered: step 3/4: AOT pods for weight 50
00:04:19  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:04:20  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait TracksUnready: 2 of 3 AOT pods ready for weight 50
00:04:23  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Shift WeightShifted: step 3/4: weight 50, 3 AOT pods ready
00:04:24  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:04:25  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait WeightUnserved: 0 requests seen since weight 50 was set, 30 tell its share
00:04:26  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait WeightUnserved: 0 requests seen since weight 50 was set, 30 tell its share
00:04:33  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 50 until 2026-11-02T09:07:33Z (3m)
00:05:28  step 3/4  asked   0  served  50  jit 6/6  aot 3/3  RollBack ErrorsRegressed: 22 of 3,215 AOT requests failed (0.684 %), 2 of 3,314 JIT requests (0.06 %), 9.28x [1.99, ...
00:05:29  step 3/4  asked   0  served  50  jit 6/6  aot 3/3  Rest ErrorsRegressed: 22 of 3,215 AOT requests failed (0.684 %), 2 of 3,314 JIT requests (0.06 %), 9.28x [1.99, ...
00:05:31  step 3/4  asked   0  served   0  jit 6/6  aot 3/3  Rest ErrorsRegressed: 22 of 3,215 AOT requests failed (0.684 %), 2 of 3,314 JIT requests (0.06 %), 9.28x [1.99, ...
00:10:29  == RolledBack, weight 0, JIT 6 pods, AOT 0 pods
