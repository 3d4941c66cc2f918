00:00:01  step 0/4  asked   0  served   0  jit 6/6  aot 0/0  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:02  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Advance StepEntered: step 1/4: AOT pods for weight 5
00:00:03  step 1/4  asked   0  served   0  jit 6/6  aot 0/2  Wait TracksUnready: 0 of 2 AOT pods ready for weight 5
00:00:07  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Shift WeightShifted: step 1/4: weight 5, 2 AOT pods ready
00:00:08  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:00:09  step 1/4  asked   5  served   0  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:09Z (1m)
00:00:14  step 1/4  asked   5  served   5  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:01:09Z (1m)
00:01:09  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Advance StepEntered: step 2/4: AOT pods for weight 25
00:01:14  step 2/4  asked   5  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:01:15  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Shift WeightShifted: step 2/4: weight 25, 2 AOT pods ready
00:01:16  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait MetricsPending: the first query to Prometheus for this step is under way
00:01:17  step 2/4  asked  25  served   5  jit 6/6  aot 2/2  Wait WeightUnserved: AOT receives 6.39 % of 219 requests, 25 % asked for; does traffic reach the pods around th...
00:01:18  step 2/4  asked  25  served  25  jit 6/6  aot 2/2  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:03:18Z (2m)
00:03:18  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Advance StepEntered: step 3/4: AOT pods for weight 50
00:03:19  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:03:20  step 3/4  asked  25  served  25  jit 6/6  aot 2/3  Wait TracksUnready: 2 of 3 AOT pods ready for weight 50
00:03:22  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Shift WeightShifted: step 3/4: weight 50, 3 AOT pods ready
00:03:23  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait MetricsPending: the first query to Prometheus for this step is under way
00:03:24  step 3/4  asked  50  served  25  jit 6/6  aot 3/3  Wait WeightUnserved: AOT receives 27 % of 200 requests, 50 % asked for; does traffic reach the pods around the ...
00:03:25  step 3/4  asked  50  served  50  jit 6/6  aot 3/3  Wait SoakWaits: soaks at weight 50 until 2026-11-02T09:06:25Z (3m)
00:06:25  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Advance StepEntered: step 4/4: AOT pods for weight 100
00:06:26  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:06:27  step 4/4  asked  50  served  50  jit 6/6  aot 3/6  Wait TracksUnready: 3 of 6 AOT pods ready for weight 100
00:06:30  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Shift WeightShifted: step 4/4: weight 100, 6 AOT pods ready
00:06:31  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:06:32  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait WeightUnserved: AOT receives 52.5 % of 221 requests, 100 % asked for; does traffic reach the pods around t...
00:06:33  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait WeightUnserved: AOT receives 65.9 % of 308 requests, 100 % asked for; does traffic reach the pods around t...
00:06:36  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 100 until 2026-11-02T09:11:36Z (5m)
00:11:36  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Promote Promoted: all 4 steps passed; AOT carries all traffic
00:11:41  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Rest WarmStandby: AOT carries all traffic; JIT stays ready to take it back until 2026-11-02T09:21:36Z
00:21:37  step 4/4  asked 100  served 100  jit 0/0  aot 6/6  Rest Retired: AOT carries all traffic; JIT is scaled down to 0
00:26:36  -- revision r2 is released
00:26:37  step 0/4  asked 100  served 100  jit 0/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:26:38  step 0/4  asked 100  served 100  jit 0/6  aot 6/6  Wait Draining: AOT pods of revision r1 finish their requests before revision r2 starts
00:26:50  step 0/4  asked  50  served 100  jit 3/6  aot 6/6  Wait Draining: AOT pods of revision r1 finish their requests before revision r2 starts
00:26:51  step 0/4  asked   0  served 100  jit 6/6  aot 6/6  Wait Draining: AOT pods of revision r1 finish their requests before revision r2 starts
00:26:54  step 0/4  asked   0  served   0  jit 6/6  aot 6/6  Wait Draining: AOT pods of revision r1 finish their requests before revision r2 starts
00:27:22  step 1/4  asked   0  served   0  jit 6/6  aot 6/6  Advance StepEntered: step 1/4: AOT pods for weight 5
00:27:23  step 1/4  asked   0  served   0  jit 6/6  aot 6/6  Wait TracksUnready: 6 of 2 AOT pods ready for weight 5
00:27:27  step 1/4  asked   5  served   0  jit 6/6  aot 6/6  Shift WeightShifted: step 1/4: weight 5, 6 AOT pods ready
00:27:28  step 1/4  asked   5  served   0  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:27:29  step 1/4  asked   5  served   0  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:28:29Z (1m)
00:27:34  step 1/4  asked   5  served   5  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 5 until 2026-11-02T09:28:29Z (1m)
00:28:29  step 2/4  asked   5  served   5  jit 6/6  aot 6/6  Advance StepEntered: step 2/4: AOT pods for weight 25
00:28:34  step 2/4  asked   5  served   5  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:28:35  step 2/4  asked  25  served   5  jit 6/6  aot 6/6  Shift WeightShifted: step 2/4: weight 25, 6 AOT pods ready
00:28:36  step 2/4  asked  25  served   5  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:28:37  step 2/4  asked  25  served   5  jit 6/6  aot 6/6  Wait WeightUnserved: AOT receives 5.7 % of 193 requests, 25 % asked for; does traffic reach the pods around the...
00:28:38  step 2/4  asked  25  served  25  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 25 until 2026-11-02T09:30:38Z (2m)
00:30:38  step 3/4  asked  25  served  25  jit 6/6  aot 6/6  Advance StepEntered: step 3/4: AOT pods for weight 50
00:30:43  step 3/4  asked  25  served  25  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:30:44  step 3/4  asked  50  served  25  jit 6/6  aot 6/6  Shift WeightShifted: step 3/4: weight 50, 6 AOT pods ready
00:30:45  step 3/4  asked  50  served  25  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:30:46  step 3/4  asked  50  served  25  jit 6/6  aot 6/6  Wait WeightUnserved: AOT receives 29.7 % of 195 requests, 50 % asked for; does traffic reach the pods around th...
00:30:47  step 3/4  asked  50  served  50  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 50 until 2026-11-02T09:33:47Z (3m)
00:33:47  step 4/4  asked  50  served  50  jit 6/6  aot 6/6  Advance StepEntered: step 4/4: AOT pods for weight 100
00:33:52  step 4/4  asked  50  served  50  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:33:53  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Shift WeightShifted: step 4/4: weight 100, 6 AOT pods ready
00:33:54  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait MetricsPending: the first query to Prometheus for this step is under way
00:33:55  step 4/4  asked 100  served  50  jit 6/6  aot 6/6  Wait WeightUnserved: AOT receives 45.7 % of 208 requests, 100 % asked for; does traffic reach the pods around t...
00:33:56  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait WeightUnserved: AOT receives 62.7 % of 303 requests, 100 % asked for; does traffic reach the pods around t...
00:33:59  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Wait SoakWaits: soaks at weight 100 until 2026-11-02T09:38:59Z (5m)
00:38:59  step 4/4  asked 100  served 100  jit 6/6  aot 6/6  Promote Promoted: all 4 steps passed; AOT carries all traffic
00:38:59  == Promoted, weight 100, JIT 6 pods, AOT 6 pods
