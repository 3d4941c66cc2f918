00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:00:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:00:04  -- the user aborts
00:00:05  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  RollBack Aborted: aborted by annotation: "wrong day"; remove aotrollout.dev/abort and set aotrollout.dev/ret...
00:00:06  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Rest Aborted: aborted by annotation: "wrong day"; remove aotrollout.dev/abort and set aotrollout.dev/ret...
00:10:04  == RolledBack, weight 0, JIT 6 pods, AOT 0 pods
