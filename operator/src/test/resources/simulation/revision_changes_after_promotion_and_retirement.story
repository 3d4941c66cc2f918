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
00:03:26  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 50 until 2026-11-02T09:06:20Z (3m)
00:06:20  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Advance StepEntered: step 4/4: AOT pods for weight 100
00:06:21  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:06:22  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait TracksUnready: 3 of 6 AOT pods ready for weight 100
00:06:25  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Shift WeightShifted: step 4/4: weight 100, 6 AOT pods ready
00:06:26  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:06:27  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 100 until 2026-11-02T09:11:26Z (5m)
00:06:32  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 100 until 2026-11-02T09:11:26Z (5m)
00:11:26  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Promote Promoted: all 4 steps passed; AOT carries all traffic
00:11:31  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Rest WarmStandby: AOT carries all traffic; JIT stays ready to take it back until 2026-11-02T09:21:26Z
00:21:27  step 4/4  asked 100  served 100  jit 0/0  aot 6/6  Rest Retired: AOT carries all traffic; JIT is scaled down to 0
00:26:26  -- revision r2 is released
00:26:27  step 0/4  asked 100  served 100  jit 0/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:26:28  step 0/4  asked 100  served 100  jit 0/6  aot 6/6  Wait Draining: AOT pods of revision r1 finish their requests before revision r2 starts
00:26:40  step 0/4  asked  84  served 100  jit 1/6  aot 6/6  Wait Draining: AOT pods of revision r1 finish their requests before revision r2 starts
00:26:41  step 0/4  asked   0  served 100  jit 6/6  aot 6/6  Wait Draining: AOT pods of revision r1 finish their requests before revision r2 starts
00:26:44  step 0/4  asked   0  served   0  jit 6/6  aot 6/6  Wait Draining: AOT pods of revision r1 finish their requests before revision r2 starts
00:27:12  step 1/4  asked   0  served   0  jit 6/6  aot 6/6  Advance StepEntered: step 1/4: AOT pods for weight 5
00:27:13  step 1/4  asked   0  served   0  jit 6/6  aot 6/6  Wait TracksUnready: 6 of 2 AOT pods ready for weight 5
00:27:17  step 1/4  asked   5  served   0  jit 6/6  aot 6/6  Shift WeightShifted: step 1/4: weight 5, 6 AOT pods ready
00:27:18  step 1/4  asked   5  served   0  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:27:19  step 1/4  asked   5  served   0  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:28:18Z (1m)
00:27:24  step 1/4  asked   5  served   5  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:28:18Z (1m)
00:28:18  step 2/4  asked   5  served   5  jit 6/6  aot 6/6  Advance StepEntered: step 2/4: AOT pods for weight 25
00:28:23  step 2/4  asked   5  served   5  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:28:24  step 2/4  asked  25  served   5  jit 6/6  aot 6/6  Shift WeightShifted: step 2/4: weight 25, 6 AOT pods ready
00:28:25  step 2/4  asked  25  served   5  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:28:26  step 2/4  asked  25  served   5  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:30:25Z (2m)
00:28:31  step 2/4  asked  25  served  25  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:30:25Z (2m)
00:30:25  step 3/4  asked  25  served  25  jit 6/6  aot 6/6  Advance StepEntered: step 3/4: AOT pods for weight 50
00:30:30  step 3/4  asked  25  served  25  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:30:31  step 3/4  asked  50  served  25  jit 6/6  aot 6/6  Shift WeightShifted: step 3/4: weight 50, 6 AOT pods ready
00:30:32  step 3/4  asked  50  served  25  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:30:33  step 3/4  asked  50  served  25  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 50 until 2026-11-02T09:33:32Z (3m)
00:30:38  step 3/4  asked  50  served  50  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 50 until 2026-11-02T09:33:32Z (3m)
00:33:32  step 4/4  asked  50  served  50  jit 6/6  aot 6/6  Advance StepEntered: step 4/4: AOT pods for weight 100
00:33:37  step 4/4  asked  50  served  50  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:33:38  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Shift WeightShifted: step 4/4: weight 100, 6 AOT pods ready
00:33:39  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:33:40  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 100 until 2026-11-02T09:38:39Z (5m)
00:33:45  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 100 until 2026-11-02T09:38:39Z (5m)
00:38:39  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Promote Promoted: all 4 steps passed; AOT carries all traffic
00:38:39  == Promoted, weight 100, JIT 6 pods, AOT 6 pods
