if obj.metadata.annotations ~= nil then
  obj.metadata.annotations["aotrollout.dev/pause"] = nil
end
return obj
