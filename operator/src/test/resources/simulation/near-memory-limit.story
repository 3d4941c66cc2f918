00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:00:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:00:07  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Shift WeightShifted: step 1/4: weight 5, 2 AOT pods ready
00:00:08  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:09  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:10  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:12  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:12Z (1m)
00:00:17  step 1/4  asked   0  served   5  jit 6/6  aot 2/2  RollBack NearMemoryLimit: pod checkout-aot-1 reached 61.5 MiB of its limit of 65 MiB, limit 90 %; raise the limit or...
00:00:18  step 1/4  asked   0  served   5  jit 6/6  aot 2/2  Rest NearMemoryLimit: pod checkout-aot-1 reached 61.5 MiB of its limit of 65 MiB, limit 90 %; raise the limit or...
00:00:20  step 1/4  asked   0  served   0  jit 6/6  aot 2/2  Rest NearMemoryLimit: pod checkout-aot-1 reached 61.5 MiB of its limit of 65 MiB, limit 90 %; raise the limit or...
00:05:18  == RolledBack, weight 0, JIT 6 pods, AOT 0 pods
