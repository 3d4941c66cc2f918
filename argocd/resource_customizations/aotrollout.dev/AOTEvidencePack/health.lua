-- A record of what was; the health of what it speaks of is that of the AOTRollout.
local spec = obj.spec or {}
return {status = "Healthy", message = (spec.outcome or "") .. ", verdict " .. (spec.verdict or "unknown")}
