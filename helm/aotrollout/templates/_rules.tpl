{{- /* What the operator does in the namespaces of rollouts. InstallE2eIT proves each verb from the API server's audit log. */ -}}
{{- define "aotrollout.namespacedRules" -}}
- apiGroups: [aotrollout.dev]
  resources: [aotrollouts]
  verbs: [get, list, watch, patch]
- apiGroups: [aotrollout.dev]
  resources: [aotrollouts/status, aotexceptions/status]
  verbs: [update]
# What governs rollouts is read.
- apiGroups: [aotrollout.dev]
  resources: [aotexceptions, aotapprovals]
  verbs: [list, watch]
# Evidence is created, never changed, and deleted when its time is over.
- apiGroups: [aotrollout.dev]
  resources: [aotevidencepacks]
  verbs: [get, list, watch, create, delete]
# Its documents, and bills of materials that are read. Where OwnerReferencesPermissionEnforcement is on, as on OpenShift, giving a document
# its owner needs the right to delete it.
- apiGroups: [""]
  resources: [configmaps]
  verbs: [get, list, watch, create, patch, delete]
# The JIT Deployment is only read and scaled; the AOT Deployment is ours.
- apiGroups: [apps]
  resources: [deployments]
  verbs: [get, list, watch, create, patch]
- apiGroups: [""]
  resources: [services]
  verbs: [list, watch, create, patch]
- apiGroups: [autoscaling]
  resources: [horizontalpodautoscalers]
  verbs: [list, watch]
- apiGroups: [gateway.networking.k8s.io]
  resources: [httproutes, grpcroutes]
  verbs: [get, list, watch, patch]
- apiGroups: [""]
  resources: [pods]
  verbs: [list, watch]
- apiGroups: [""]
  resources: [events]
  verbs: [create]
{{- end }}

{{- /* What belongs to no namespace. */ -}}
{{- define "aotrollout.clusterRules" -}}
- apiGroups: [aotrollout.dev]
  resources: [aotcandidaterubrics, aotlibrarypolicies, aotwaveplans]
  verbs: [list, watch]
- apiGroups: [aotrollout.dev]
  resources: [aotwaveplans/status]
  verbs: [update]
# How much memory the nodes have, for the figures of density. May be taken away: they are left out then.
- apiGroups: [""]
  resources: [nodes]
  verbs: [list, watch]
{{- end }}

{{- define "aotrollout.drainRules" -}}
- apiGroups: [aotrollout.dev]
  resources: [aotrollouts]
  verbs: [list, watch, delete]
{{- end }}
