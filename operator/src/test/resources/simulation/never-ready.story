00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:00:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:16:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Hold Inconclusive: step 1 has not passed by 2026-11-02T09:16:02Z: 0 of 2 AOT pods ready for weight 5; set aot...
00:21:03  == Paused, weight 0, JIT 6 pods, AOT 0 pods
