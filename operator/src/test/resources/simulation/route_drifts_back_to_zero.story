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
00:03:18  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Advance StepEntered: step 3/4: AOT pods for weight 50
00:03:19  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:03:20  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait TracksUnready: 2 of 3 AOT pods ready for weight 50
00:03:22  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Shift WeightShifted: step 3/4: weight 50, 3 AOT pods ready
00:03:23  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:03:24  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait WeightUnserved: AOT receives 27 % of 200 requests, 50 % asked for; does traffic reach the pods around the ...
00:03:25  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 50 until 2026-11-02T09:06:25Z (3m)
00:03:55  -- somebody sets the route back to JIT
00:06:25  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Advance StepEntered: step 4/4: AOT pods for weight 100
00:06:26  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:06:27  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait TracksUnready: 3 of 6 AOT pods ready for weight 100
00:06:30  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Shift WeightShifted: step 4/4: weight 100, 6 AOT pods ready
00:06:31  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:06:32  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait WeightUnserved: AOT receives 52.5 % of 221 requests, 100 % asked for; does traffic reach the pods around t...
00:06:33  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait WeightUnserved: AOT receives 65.9 % of 308 requests, 100 % asked for; does traffic reach the pods around t...
00:06:36  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 100 until 2026-11-02T09:11:36Z (5m)
00:11:36  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Promote Promoted: all 4 steps passed; AOT carries all traffic
00:11:36  == Promoted, weight 100, JIT 6 pods, AOT 6 pods
