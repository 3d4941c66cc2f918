{{- define "aotrollout.name" -}}
{{- .Values.nameOverride | default .Chart.Name | trunc 40 | trimSuffix "-" }}
{{- end }}

{{- /* Short enough for the suffixes that objects add. */ -}}
{{- define "aotrollout.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" }}
{{- else if contains (include "aotrollout.name" .) .Release.Name }}
{{- .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "aotrollout.name" .) | trunc 40 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "aotrollout.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "aotrollout.fullname" .) }}
{{- else }}
{{- required "serviceAccount.name: name the ServiceAccount that exists, or let serviceAccount.create be true" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{- /* A Deployment's selector never changes, and chart 0.1.0 had these. */ -}}
{{- define "aotrollout.selectorLabels" -}}
app.kubernetes.io/name: {{ include "aotrollout.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "aotrollout.labels" -}}
{{ include "aotrollout.selectorLabels" . }}
{{ include "aotrollout.commonLabels" . }}
{{- end }}

{{- /* Without those that the operator's Service and budget select by. */ -}}
{{- define "aotrollout.commonLabels" -}}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: aotrollout
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "aotrollout.image" -}}
{{- $repository := required "image.repository: there is no published image; build one with packaging/build-image, push it to a registry of yours and name it, such as --set image.repository=registry.example/aotrollout/operator" .Values.image.repository }}
{{- if .Values.image.digest }}
{{- printf "%s@%s" $repository .Values.image.digest }}
{{- else }}
{{- printf "%s:%s" $repository (.Values.image.tag | default .Chart.AppVersion) }}
{{- end }}
{{- end }}

{{- define "aotrollout.podSecurity" -}}
runAsNonRoot: true
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "aotrollout.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{- /* The Secrets whose keys become files of one folder, the notifications file among them; empty for none. */ -}}
{{- define "aotrollout.notificationsSecrets" -}}
{{- if .Values.notifications }}
- secret: {name: {{ include "aotrollout.fullname" . }}-notifications}
{{- end }}
{{- with .Values.notificationsSecret.name }}
- secret: {name: {{ . }}}
{{- end }}
{{- end }}

{{- /* What cannot work is refused before it is installed. */ -}}
{{- define "aotrollout.check" -}}
{{- if and (not .Values.leaderElection.enabled) (gt (int .Values.replicas) 1) }}
{{- fail (printf "replicas: %d operators without leaderElection.enabled would all act; set replicas to 1 or leaderElection.enabled to true" (int .Values.replicas)) }}
{{- end }}
{{- range .Values.secrets }}
{{- if and $.Values.watchNamespaces (not (has .namespace $.Values.watchNamespaces)) }}
{{- fail (printf "secrets: namespace %s is not watched; add it to watchNamespaces (%s) or leave it out" .namespace (join ", " $.Values.watchNamespaces)) }}
{{- end }}
{{- end }}
{{- end }}
