-- Healthy: promoted, or on JIT because that was asked for. Suspended: waits for a person, a wave or data. Degraded: rolled back
-- by a regression, or something is missing that only an edit can mend. Progressing: everything else.
local hs = {status = "Progressing", message = "Waiting for the operator"}
local status = obj.status

if status == nil or status.phase == nil then
  return hs
end
if status.observedGeneration ~= nil and status.observedGeneration ~= obj.metadata.generation then
  hs.message = "Waiting for the operator to see the last change"
  return hs
end

local conditions = {}
for _, condition in ipairs(status.conditions or {}) do
  conditions[condition.type] = condition
end
local function reason(type)
  return conditions[type] ~= nil and conditions[type].reason or ""
end
local function is(type, value)
  return conditions[type] ~= nil and conditions[type].status == value
end

local waitsForSomebody = {ApprovalMissing = true, ApprovalTimedOut = true}
local needsAnEdit = {MissingReference = true, TrackOverlap = true, WavePlanMissing = true, WaveInvalid = true}

hs.message = status.message or status.phase
if status.phase == "Promoted" or status.phase == "Exempted" then
  hs.status = "Healthy"
elseif is("Stalled", "True") then
  hs.status = "Degraded"
  hs.message = conditions["RolledBack"].reason .. ": " .. conditions["RolledBack"].message
elseif status.phase == "RolledBack" or status.phase == "RollingBack" then
  -- Back on JIT because that was asked for.
  hs.status = is("Ready", "True") and "Healthy" or "Progressing"
elseif needsAnEdit[reason("Ready")] then
  hs.status = "Degraded"
elseif status.phase == "Paused" or status.phase == "Held" or waitsForSomebody[reason("Ready")] then
  hs.status = "Suspended"
elseif status.phase == "Pending" and is("WaveAdmitted", "False") then
  hs.status = "Suspended"
end
return hs
