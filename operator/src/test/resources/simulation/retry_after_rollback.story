00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:00:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:00:07  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Shift WeightShifted: step 1/4: weight 5, 2 AOT pods ready
00:00:08  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:09  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:09Z (1m)
00:00:14  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:09Z (1m)
00:00:19  step 1/4  asked   0  served   5  jit 6/6  aot 2/2  RollBack ErrorsRegressed: 10 of 62 AOT requests failed (16.1 %), 0 of 1,168 JIT requests (0 %), 396x [33.8, 100000],...
00:00:20  step 1/4  asked   0  served   5  jit 6/6  aot 2/2  Rest ErrorsRegressed: 10 of 62 AOT requests failed (16.1 %), 0 of 1,168 JIT requests (0 %), 396x [33.8, 100000],...
00:00:22  step 1/4  asked   0  served   0  jit 6/6  aot 2/2  Rest ErrorsRegressed: 10 of 62 AOT requests failed (16.1 %), 0 of 1,168 JIT requests (0 %), 396x [33.8, 100000],...
00:05:20  -- the cause is gone, the user retries
00:05:21  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:05:22  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:05:23  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:05:27  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Shift WeightShifted: step 1/4: weight 5, 2 AOT pods ready
00:05:28  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:05:29  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:06:29Z (1m)
00:05:34  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:06:29Z (1m)
00:06:29  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Advance StepEntered: step 2/4: AOT pods for weight 25
00:06:34  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:06:35  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Shift WeightShifted: step 2/4: weight 25, 2 AOT pods ready
00:06:36  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:06:37  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: AOT receives 4.17 % of 192 requests, 25 % asked for; does traffic reach the pods around th...
00:06:38  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait WeightUnserved: AOT receives 9.76 % of 297 requests, 25 % asked for; does traffic reach the pods around th...
00:06:39  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:08:39Z (2m)
00:08:39  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Advance StepEntered: step 3/4: AOT pods for weight 50
00:08:40  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:08:41  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait TracksUnready: 2 of 3 AOT pods ready for weight 50
00:08:43  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Shift WeightShifted: step 3/4: weight 50, 3 AOT pods ready
00:08:44  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:08:45  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait WeightUnserved: AOT receives 25.7 % of 214 requests, 50 % asked for; does traffic reach the pods around th...
00:08:46  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait WeightUnserved: AOT receives 32.3 % of 310 requests, 50 % asked for; does traffic reach the pods around th...
00:08:47  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 50 until 2026-11-02T09:11:47Z (3m)
00:11:47  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Advance StepEntered: step 4/4: AOT pods for weight 100
00:11:48  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:11:49  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait TracksUnready: 3 of 6 AOT pods ready for weight 100
00:11:52  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Shift WeightShifted: step 4/4: weight 100, 6 AOT pods ready
00:11:53  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:11:54  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait WeightUnserved: AOT receives 53.3 % of 184 requests, 100 % asked for; does traffic reach the pods around t...
00:11:55  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait WeightUnserved: AOT receives 70.2 % of 289 requests, 100 % asked for; does traffic reach the pods around t...
00:11:58  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 100 until 2026-11-02T09:16:58Z (5m)
00:16:58  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Promote Promoted: all 4 steps passed; AOT carries all traffic
00:16:58  == Promoted, weight 100, JIT 6 pods, AOT 6 pods
