00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:00:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:00:07  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Shift WeightShifted: step 1/4: weight 5, 2 AOT pods ready
00:00:08  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:09  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:10  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:12  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:12Z (1m)
00:01:12  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait ThinEvidence: guard latency: 5 of 267 AOT requests took over 0.25 s (1.87 %), 132 of 6,144 JIT requests ...
00:03:02  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait MemoryGainMissing: guard memory: AOT pods use 130 MiB, JIT pods 139 MiB, -6 % [-11, -1], needed: surely -20 %...
00:03:12  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait ThinEvidence: guard latency: 20 of 862 AOT requests took over 0.25 s (2.32 %), 363 of 17,570 JIT request...
00:03:37  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait MemoryGainMissing: guard memory: AOT pods use 130 MiB, JIT pods 139 MiB, -6 % [-11, -1], needed: surely -20 %...
00:06:02  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Advance StepEntered: step 2/4: AOT pods for weight 25
00:06:07  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:06:08  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Shift WeightShifted: step 2/4: weight 25, 2 AOT pods ready
00:06:09  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:06:10  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 25 was set, 30 tell its share
00:06:11  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 25 was set, 30 tell its share
00:06:13  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:08:13Z (2m)
00:08:13  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait MemoryGainMissing: guard memory: AOT pods use 130 MiB, JIT pods 139 MiB, -6 % [-11, -1], needed: surely -20 %...
00:13:03  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Advance StepEntered: step 3/4: AOT pods for weight 50
00:13:04  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:13:05  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait TracksUnready: 2 of 3 AOT pods ready for weight 50
00:13:08  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Shift WeightShifted: step 3/4: weight 50, 3 AOT pods ready
00:13:09  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:13:10  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait WeightUnserved: 0 requests seen since weight 50 was set, 30 tell its share
00:13:11  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait WeightUnserved: 0 requests seen since weight 50 was set, 30 tell its share
00:13:18  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 50 until 2026-11-02T09:16:18Z (3m)
00:16:18  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait MemoryGainMissing: guard memory: AOT pods use 131 MiB, JIT pods 139 MiB, -6 % [-9, -3], needed: surely -20 %;...
00:21:03  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Advance StepEntered: step 4/4: AOT pods for weight 100
00:21:04  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:21:05  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait TracksUnready: 3 of 6 AOT pods ready for weight 100
00:21:08  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Shift WeightShifted: step 4/4: weight 100, 6 AOT pods ready
00:21:09  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:21:10  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait WeightUnserved: 0 requests seen since weight 100 was set, 30 tell its share
00:21:11  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait WeightUnserved: 0 requests seen since weight 100 was set, 30 tell its share
00:21:18  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 100 until 2026-11-02T09:26:18Z (5m)
00:26:18  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait MemoryGainMissing: guard memory: AOT pods use 130 MiB, JIT pods 139 MiB, -6 % [-8, -4], needed: surely -20 %;...
00:31:03  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Promote Promoted: all 4 steps passed; AOT carries all traffic
00:31:03  == Promoted, weight 100, JIT 6 pods, AOT 6 pods
