00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:00:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:00:16  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Shift WeightShifted: step 1/4: weight 5, 2 AOT pods ready
00:00:17  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:18  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:19  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:21  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:21Z (1m)
00:01:21  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait MemoryGainMissing: guard memory: AOT pods use 140 MiB, JIT pods 139 MiB, +1 % [-4, +7], needed: surely -20 %;...
00:16:06  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Hold Inconclusive: step 1 has not passed by 2026-11-02T09:16:02Z: guard memory: AOT pods use 140 MiB, JIT pod...
00:21:06  == Paused, weight 5, JIT 6 pods, AOT 2 pods
