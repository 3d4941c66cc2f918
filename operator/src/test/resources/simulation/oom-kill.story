00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:00:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:00:07  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Shift WeightShifted: step 1/4: weight 5, 2 AOT pods ready
00:00:08  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:09  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:10  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:12  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:12Z (1m)
00:01:12  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Advance StepEntered: step 2/4: AOT pods for weight 25
00:01:17  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:01:18  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Shift WeightShifted: step 2/4: weight 25, 2 AOT pods ready
00:01:19  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:01:20  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 25 was set, 30 tell its share
00:01:21  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 25 was set, 30 tell its share
00:01:28  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:03:28Z (2m)
00:02:28  -- AOT pods leak 60 MiB a minute with a limit of 256 MiB
00:03:28  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait MemoryGainMissing: guard memory: AOT pods use 122 MiB, JIT pods 139 MiB, -12 % [-16, -7], needed: surely -20 ...
00:04:03  step 2/4  asked   0  served  25  jit 6/6  aot 2/2  RollBack MemoryRegressed: AOT pods use 157 MiB, JIT pods 139 MiB, +13 % [+8, +20], limit +5 % in step 2 at weight 25
00:04:04  step 2/4  asked   0  served  25  jit 6/6  aot 2/2  Rest MemoryRegressed: AOT pods use 157 MiB, JIT pods 139 MiB, +13 % [+8, +20], limit +5 % in step 2 at weight 25
00:04:06  step 2/4  asked   0  served   0  jit 6/6  aot 2/2  Rest MemoryRegressed: AOT pods use 157 MiB, JIT pods 139 MiB, +13 % [+8, +20], limit +5 % in step 2 at weight 25
00:09:04  == RolledBack, weight 0, JIT 6 pods, AOT 0 pods
