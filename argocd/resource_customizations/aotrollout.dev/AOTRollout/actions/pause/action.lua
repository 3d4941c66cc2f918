if obj.metadata.annotations == nil then
  obj.metadata.annotations = {}
end
obj.metadata.annotations["aotrollout.dev/pause"] = "true"
return obj
