local status = obj.status or {}
local run = status.run or {}
local annotations = obj.metadata.annotations or {}

local running = run.outcome == "RUNNING"
local pausedHere = annotations["aotrollout.dev/pause"] ~= nil and annotations["aotrollout.dev/pause"] ~= "false"
local paused = pausedHere or obj.spec.paused == true
local aborted = annotations["aotrollout.dev/abort"] ~= nil
local promotes = annotations["aotrollout.dev/promote"] ~= nil
local started = run.stepIndex ~= nil and run.stepIndex >= 0
local wantedBack = run.endReason == "GoalIsJit" or run.endReason == "Exempted"

local actions = {}
actions["abort"] = {
  ["disabled"] = aborted or not (running or run.outcome == "PROMOTED"),
  ["displayName"] = "Abort: all traffic to JIT",
  ["params"] = {{["name"] = "why"}}
}
actions["pause"] = {["disabled"] = not running or paused, ["displayName"] = "Pause"}
-- What Git pauses, only Git resumes.
actions["resume"] = {["disabled"] = not pausedHere, ["displayName"] = "Resume"}
actions["promote"] = {
  ["disabled"] = not running or not started or aborted or promotes,
  ["displayName"] = "Promote: end this step now"
}
actions["promote-full"] = {
  ["disabled"] = not running or not started or aborted or promotes,
  ["displayName"] = "Promote fully: skip the other steps"
}
actions["retry"] = {
  ["disabled"] = run.outcome ~= "ROLLED_BACK" or wantedBack,
  ["displayName"] = "Retry from the first step"
}
return actions
