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
00:05:13  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Advance StepEntered: step 3/4: AOT pods for weight 50
00:05:14  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:05:15  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait TracksUnready: 2 of 3 AOT pods ready for weight 50
00:05:18  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Shift WeightShifted: step 3/4: weight 50, 3 AOT pods ready
00:05:19  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:05:20  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait WeightUnserved: 0 requests seen since weight 50 was set, 30 tell its share
00:05:21  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait WeightUnserved: 0 requests seen since weight 50 was set, 30 tell its share
00:05:21  -- somebody scales JIT down to 3
00:05:21  -- revision r2 is released
00:05:22  step 0/4  asked   0  served  50  jit 3/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:05:23  step 0/4  asked   0  served  50  jit 3/6  aot 3/3  Wait Draining: AOT pods of revision r1 finish their requests before revision r2 starts
00:05:25  step 0/4  asked   0  served   0  jit 3/6  aot 3/3  Wait Draining: AOT pods of revision r1 finish their requests before revision r2 starts
00:05:53  step 1/4  asked   0  served   0  jit 6/6  aot 3/3  Advance StepEntered: step 1/4: AOT pods for weight 5
00:05:54  step 1/4  asked   0  served   0  jit 6/6  aot 3/3  Wait TracksUnready: 3 of 2 AOT pods ready for weight 5
00:05:58  step 1/4  asked   5  served   0  jit 6/6  aot 3/3  Shift WeightShifted: step 1/4: weight 5, 3 AOT pods ready
00:05:59  step 1/4  asked   5  served   0  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:06:00  step 1/4  asked   5  served   0  jit 6/6  aot 3/3  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:06:01  step 1/4  asked   5  served   5  jit 6/6  aot 3/3  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:06:03  step 1/4  asked   5  served   5  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:07:03Z (1m)
00:07:03  step 1/4  asked   5  served   5  jit 6/6  aot 3/3  Wait ThinEvidence: guard latency: 7 of 298 AOT requests took over 0.25 s (2.35 %), 121 of 6,351 JIT requests ...
00:08:03  step 2/4  asked   5  served   5  jit 6/6  aot 3/3  Advance StepEntered: step 2/4: AOT pods for weight 25
00:08:08  step 2/4  asked   5  served   5  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:08:09  step 2/4  asked  25  served   5  jit 6/6  aot 3/3  Shift WeightShifted: step 2/4: weight 25, 3 AOT pods ready
00:08:10  step 2/4  asked  25  served   5  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:08:11  step 2/4  asked  25  served   5  jit 6/6  aot 3/3  Wait WeightUnserved: 0 requests seen since weight 25 was set, 30 tell its share
00:08:12  step 2/4  asked  25  served  25  jit 6/6  aot 3/3  Wait WeightUnserved: 0 requests seen since weight 25 was set, 30 tell its share
00:08:19  step 2/4  asked  25  served  25  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:10:19Z (2m)
00:10:19  step 3/4  asked  25  served  25  jit 6/6  aot 3/3  Advance StepEntered: step 3/4: AOT pods for weight 50
00:10:24  step 3/4  asked  25  served  25  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:10:25  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Shift WeightShifted: step 3/4: weight 50, 3 AOT pods ready
00:10:26  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:10:27  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait WeightUnserved: 0 requests seen since weight 50 was set, 30 tell its share
00:10:28  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait WeightUnserved: 0 requests seen since weight 50 was set, 30 tell its share
00:10:30  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 50 until 2026-11-02T09:13:30Z (3m)
00:13:30  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Advance StepEntered: step 4/4: AOT pods for weight 100
00:13:31  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:13:32  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait TracksUnready: 3 of 6 AOT pods ready for weight 100
00:13:35  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Shift WeightShifted: step 4/4: weight 100, 6 AOT pods ready
00:13:36  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:13:37  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait WeightUnserved: 0 requests seen since weight 100 was set, 30 tell its share
00:13:38  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait WeightUnserved: 0 requests seen since weight 100 was set, 30 tell its share
00:13:45  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 100 until 2026-11-02T09:18:45Z (5m)
00:18:45  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Promote Promoted: all 4 steps passed; AOT carries all traffic
00:18:45  == Promoted, weight 100, JIT 6 pods, AOT 6 pods
