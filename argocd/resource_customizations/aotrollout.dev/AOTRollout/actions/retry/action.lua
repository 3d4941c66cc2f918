-- A value that was not there before starts the plan again; an abort that was left would end it at once.
local os = require("os")
if obj.metadata.annotations == nil then
  obj.metadata.annotations = {}
end
obj.metadata.annotations["aotrollout.dev/abort"] = nil
obj.metadata.annotations["aotrollout.dev/retry"] = os.date("!%Y-%m-%dT%XZ")
return obj
