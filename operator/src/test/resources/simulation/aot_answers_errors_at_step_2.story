00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:00:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:00:07  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Shift WeightShifted: step 1/4: weight 5, 2 AOT pods ready
00:00:08  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:09  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:09Z (1m)
00:00:14  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:09Z (1m)
00:01:09  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Advance StepEntered: step 2/4: AOT pods for weight 25
00:01:14  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:01:15  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Shift WeightShifted: step 2/4: weight 25, 2 AOT pods ready
00:01:16  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:01:17  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: AOT receives 6.39 % of 219 requests, 25 % asked for; does traffic reach the pods around th...
00:01:18  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:03:18Z (2m)
00:01:48  -- AOT answers 8 % errors
00:01:53  step 2/4  asked   0  served  25  jit 6/6  aot 2/2  RollBack ErrorsRegressed: 8 of 909 AOT requests failed (0.88 %), 0 of 2,911 JIT requests (0 %), 54.4x [4.3, 100000],...
00:01:54  step 2/4  asked   0  served  25  jit 6/6  aot 2/2  Rest ErrorsRegressed: 8 of 909 AOT requests failed (0.88 %), 0 of 2,911 JIT requests (0 %), 54.4x [4.3, 100000],...
00:01:56  step 2/4  asked   0  served   0  jit 6/6  aot 2/2  Rest ErrorsRegressed: 8 of 909 AOT requests failed (0.88 %), 0 of 2,911 JIT requests (0 %), 54.4x [4.3, 100000],...
00:11:48  == RolledBack, weight 0, JIT 6 pods, AOT 0 pods
