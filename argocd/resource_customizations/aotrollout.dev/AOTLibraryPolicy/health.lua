-- It has no status: it counts from the moment it exists.
return {status = "Healthy", message = ""}
