-- Healthy: complete. Degraded: halted, or a plan that admits nobody. Suspended: waits, frozen or paused. Progressing: at work.
local hs = {status = "Progressing", message = "Waiting for the operator"}
local status = obj.status
if status == nil or status.phase == nil then
  return hs
end
if status.observedGeneration ~= nil and status.observedGeneration ~= obj.metadata.generation then
  hs.message = "Waiting for the operator to see the last change"
  return hs
end
local healths = {
  Complete = "Healthy",
  Halted = "Degraded",
  Invalid = "Degraded",
  Waiting = "Suspended",
  Frozen = "Suspended",
  Paused = "Suspended"
}
hs.status = healths[status.phase] or "Progressing"
hs.message = status.reason or status.phase
return hs
