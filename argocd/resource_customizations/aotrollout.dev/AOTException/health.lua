-- Healthy: counts. Degraded: does not count (any more).
local hs = {status = "Progressing", message = "Waiting for the operator"}
local status = obj.status
if status == nil or status.state == nil then
  return hs
end
if status.observedGeneration ~= nil and status.observedGeneration ~= obj.metadata.generation then
  hs.message = "Waiting for the operator to see the last change"
  return hs
end
hs.message = status.message or status.state
if status.state == "Active" or status.state == "Expiring" then
  hs.status = "Healthy"
else
  hs.status = "Degraded"
end
return hs
