00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:00:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:00:07  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Shift WeightShifted: step 1/4: weight 5, 2 AOT pods ready
00:00:08  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:09  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:08Z (1m)
00:00:14  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:08Z (1m)
00:01:08  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Advance StepEntered: step 2/4: AOT pods for weight 25
00:01:13  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:01:14  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Shift WeightShifted: step 2/4: weight 25, 2 AOT pods ready
00:01:15  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:01:16  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:03:15Z (2m)
00:01:21  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:03:15Z (2m)
00:03:15  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Advance StepEntered: step 3/4: AOT pods for weight 50
00:03:16  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:03:17  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait TracksUnready: 2 of 3 AOT pods ready for weight 50
00:03:19  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Shift WeightShifted: step 3/4: weight 50, 3 AOT pods ready
00:03:20  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:03:21  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 50 until 2026-11-02T09:06:20Z (3m)
00:03:22  -- revision r2 is released
00:03:23  step 0/4  asked   0  served  50  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:03:24  step 0/4  asked   0  served  50  jit 6/6  aot 3/3  Wait Draining: AOT pods of revision r1 finish their requests before revision r2 starts
00:03:26  step 0/4  asked   0  served   0  jit 6/6  aot 3/3  Wait Draining: AOT pods of revision r1 finish their requests before revision r2 starts
00:03:54  step 1/4  asked   0  served   0  jit 6/6  aot 3/3  Advance StepEntered: step 1/4: AOT pods for weight 5
00:03:55  step 1/4  asked   0  served   0  jit 6/6  aot 3/3  Wait TracksUnready: 3 of 2 AOT pods ready for weight 5
00:03:59  step 1/4  asked   5  served   0  jit 6/6  aot 3/3  Shift WeightShifted: step 1/4: weight 5, 3 AOT pods ready
00:04:00  step 1/4  asked   5  served   0  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:04:01  step 1/4  asked   5  served   0  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:05:00Z (1m)
00:04:06  step 1/4  asked   5  served   5  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:05:00Z (1m)
00:05:00  step 2/4  asked   5  served   5  jit 6/6  aot 3/3  Advance StepEntered: step 2/4: AOT pods for weight 25
00:05:05  step 2/4  asked   5  served   5  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:05:06  step 2/4  asked  25  served   5  jit 6/6  aot 3/3  Shift WeightShifted: step 2/4: weight 25, 3 AOT pods ready
00:05:07  step 2/4  asked  25  served   5  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:05:08  step 2/4  asked  25  served   5  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:07:07Z (2m)
00:05:13  step 2/4  asked  25  served  25  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:07:07Z (2m)
00:07:07  step 3/4  asked  25  served  25  jit 6/6  aot 3/3  Advance StepEntered: step 3/4: AOT pods for weight 50
00:07:12  step 3/4  asked  25  served  25  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:07:13  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Shift WeightShifted: step 3/4: weight 50, 3 AOT pods ready
00:07:14  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:07:15  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 50 until 2026-11-02T09:10:14Z (3m)
00:07:20  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 50 until 2026-11-02T09:10:14Z (3m)
00:10:14  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Advance StepEntered: step 4/4: AOT pods for weight 100
00:10:15  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:10:16  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait TracksUnready: 3 of 6 AOT pods ready for weight 100
00:10:19  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Shift WeightShifted: step 4/4: weight 100, 6 AOT pods ready
00:10:20  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:10:21  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 100 until 2026-11-02T09:15:20Z (5m)
00:10:26  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 100 until 2026-11-02T09:15:20Z (5m)
00:15:20  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Promote Promoted: all 4 steps passed; AOT carries all traffic
00:15:20  == Promoted, weight 100, JIT 6 pods, AOT 6 pods
