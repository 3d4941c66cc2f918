00:00:00  -- 80 % of the budget are spent
00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Hold BudgetTooLow: 20 % of the error budget remain, 25 % needed; waits until it recovers
00:10:00  -- old errors leave the window
00:10:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:10:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:10:07  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Shift WeightShifted: step 1/4: weight 5, 2 AOT pods ready
00:10:08  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:10:09  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:10:10  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:10:12  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:11:12Z (1m)
00:11:12  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Advance StepEntered: step 2/4: AOT pods for weight 25
00:11:17  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:11:18  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Shift WeightShifted: step 2/4: weight 25, 2 AOT pods ready
00:11:19  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:11:20  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 25 was set, 30 tell its share
00:11:21  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 25 was set, 30 tell its share
00:11:23  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:13:23Z (2m)
00:13:23  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Advance StepEntered: step 3/4: AOT pods for weight 50
00:13:24  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:13:25  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait TracksUnready: 2 of 3 AOT pods ready for weight 50
00:13:28  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Shift WeightShifted: step 3/4: weight 50, 3 AOT pods ready
00:13:29  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:13:30  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait WeightUnserved: 0 requests seen since weight 50 was set, 30 tell its share
00:13:31  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait WeightUnserved: 0 requests seen since weight 50 was set, 30 tell its share
00:13:33  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 50 until 2026-11-02T09:16:33Z (3m)
00:16:33  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Advance StepEntered: step 4/4: AOT pods for weight 100
00:16:34  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:16:35  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait TracksUnready: 3 of 6 AOT pods ready for weight 100
00:16:38  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Shift WeightShifted: step 4/4: weight 100, 6 AOT pods ready
00:16:39  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:16:40  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait WeightUnserved: 0 requests seen since weight 100 was set, 30 tell its share
00:16:41  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait WeightUnserved: 0 requests seen since weight 100 was set, 30 tell its share
00:16:48  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 100 until 2026-11-02T09:21:48Z (5m)
00:21:48  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Promote Promoted: all 4 steps passed; AOT carries all traffic
00:21:48  == Promoted, weight 100, JIT 6 pods, AOT 6 pods
