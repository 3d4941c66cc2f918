00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:00:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:00:24  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Shift WeightShifted: step 1/4: weight 5, 2 AOT pods ready
00:00:25  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:26  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:27  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: 0 requests seen since weight 5 was set, 30 tell its share
00:00:29  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:29Z (1m)
00:01:24  step 1/4  asked   0  served   5  jit 6/6  aot 2/2  RollBack StartupRegressed: AOT pods are ready after 20.7 s, JIT pods after 12 s, +73 % [+67, +78], limit +20 % in ste...
00:01:25  step 1/4  asked   0  served   5  jit 6/6  aot 2/2  Rest StartupRegressed: AOT pods are ready after 20.7 s, JIT pods after 12 s, +73 % [+67, +78], limit +20 % in ste...
00:01:27  step 1/4  asked   0  served   0  jit 6/6  aot 2/2  Rest StartupRegressed: AOT pods are ready after 20.7 s, JIT pods after 12 s, +73 % [+67, +78], limit +20 % in ste...
00:06:25  == RolledBack, weight 0, JIT 6 pods, AOT 0 pods
