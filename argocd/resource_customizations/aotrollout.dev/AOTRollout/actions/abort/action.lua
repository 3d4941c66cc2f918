if obj.metadata.annotations == nil then
  obj.metadata.annotations = {}
end
local why = actionParams ~= nil and actionParams["why"] or nil
if why == nil or why == "" then
  why = "aborted in Argo CD"
end
obj.metadata.annotations["aotrollout.dev/abort"] = why
return obj
