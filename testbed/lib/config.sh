# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Writes the configuration of one test bed into DIR: certificates, tokens, kubeconfigs, files of each part.
# Sourced, not run; needs DIR, the networks of choose_networks and the ports of choose_ports.

PORTS=(ETCD_PORT ETCD_PEER_PORT APISERVER_PORT CONTROLLER_MANAGER_PORT SCHEDULER_PORT KUBELET_PORT KUBELET_HEALTH_PORT
    PROXY_HEALTH_PORT PROXY_METRICS_PORT CONTOUR_XDS_PORT CONTOUR_METRICS_PORT CONTOUR_HEALTH_PORT CONTOUR_DEBUG_PORT
    GATEWAY_PORT ENVOY_STATS_PORT ENVOY_ADMIN_PORT PROMETHEUS_PORT)

# choose_ports: free ones below the node ports (30000) and the kernel's own choices (32768), from a random start.
choose_ports() {
    local name port=$((20000 + RANDOM % 9000)) taken
    taken=" $(ss -Htln | awk '{sub(/.*:/, "", $4); printf "%s ", $4}')"
    for name in "${PORTS[@]}"; do
        while [[ $taken == *" $port "* ]]; do port=$((port + 1)); done
        printf -v "$name" '%s' "$port"
        port=$((port + 1))
    done
}

# write_settings / read_settings: what 'start-part' and 'down' need to know again.
write_settings() {
    local name
    for name in POD_NETWORK SERVICE_NETWORK HOST_ADDRESS SNAPSHOTTER "${PORTS[@]}"; do
        printf '%s=%s\n' "$name" "${!name}"
    done >"$DIR/conf/settings.env"
}

read_settings() {
    # shellcheck source=/dev/null
    source "$DIR/conf/settings.env"
}

# certificate NAME SUBJECT USE [SAN]: DIR/pki/NAME.{key,crt}, signed by the test bed's own CA.
certificate() {
    local pki=$DIR/pki
    openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "$2" \
        -keyout "$pki/$1.key" -out "$pki/$1.csr" 2>/dev/null
    openssl x509 -req -in "$pki/$1.csr" -CA "$pki/ca.crt" -CAkey "$pki/ca.key" -set_serial "0x$(openssl rand -hex 8)" \
        -days 365 -out "$pki/$1.crt" 2>/dev/null \
        -extfile <(printf 'extendedKeyUsage=%s\n%s\n' "$3" "${4:+subjectAltName=$4}")
}

write_certificates() {
    local pki=$DIR/pki
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=aotrollout-testbed-ca -days 365 \
        -keyout "$pki/ca.key" -out "$pki/ca.crt" 2>/dev/null
    certificate apiserver /CN=kube-apiserver serverAuth \
        "IP:$HOST_ADDRESS,IP:127.0.0.1,IP:$SERVICE_NETWORK.1,DNS:kubernetes,DNS:kubernetes.default.svc"
    certificate kubelet "/CN=system:node:$NODE_NAME" serverAuth "IP:$HOST_ADDRESS,DNS:$NODE_NAME"
    certificate kubelet-client /O=system:masters/CN=kube-apiserver clientAuth
    openssl genrsa -out "$pki/service-account.key" 2048 2>/dev/null
}

# kubeconfig FILE USER [GROUP]: a user with a random token, in the token file and in a kubeconfig of its own.
kubeconfig() {
    local token
    token=$(openssl rand -hex 24)
    printf '%s,%s,%s%s\n' "$token" "$2" "$2" "${3:+,$3}" >>"$DIR/pki/tokens.csv"
    printf '%s' "$token" >"$DIR/pki/$(basename "$1").token"
    cat >"$1" <<YAML
apiVersion: v1
kind: Config
clusters:
- name: testbed
  cluster:
    server: https://$HOST_ADDRESS:$APISERVER_PORT
    certificate-authority-data: $(base64 -w0 <"$DIR/pki/ca.crt")
users:
- name: $2
  user:
    token: $token
contexts:
- name: testbed
  context: {cluster: testbed, user: "$2"}
current-context: testbed
YAML
}

write_kubeconfigs() {
    kubeconfig "$DIR/kubeconfig" testbed-admin system:masters
    kubeconfig "$DIR/conf/controller-manager" system:kube-controller-manager
    kubeconfig "$DIR/conf/scheduler" system:kube-scheduler
    kubeconfig "$DIR/conf/kubelet" "system:node:$NODE_NAME" system:nodes
    kubeconfig "$DIR/conf/kube-proxy" system:kube-proxy
    # Stand-ins for add-ons that a real cluster runs as pods; what they may do is not what this cluster is to test.
    kubeconfig "$DIR/conf/contour" testbed-contour system:masters
    kubeconfig "$DIR/conf/prometheus" testbed-prometheus system:masters
}

# fill TEMPLATE FILE: replaces ${NAME} by the value of the variable NAME.
fill() {
    local text name
    text=$(<"$TESTBED_HOME/manifests/$1")
    # shellcheck disable=SC2016  # the template's ${...}, not the shell's
    for name in $(grep -o '\${[A-Z_]*}' <<<"$text" | tr -d '${}' | sort -u); do
        text=${text//"\${$name}"/${!name}}
    done
    printf '%s\n' "$text" >"$2"
}

# The snapshotter needs a file system that overlayfs can lie on, which another overlayfs (a container's) is not.
choose_snapshotter() {
    local probe=$DIR/node/probe
    mkdir -p "$probe"/{lower,upper,work,merged}
    SNAPSHOTTER=native
    unshare --mount mount -t overlay none "$probe/merged" \
        -o "lowerdir=$probe/lower,upperdir=$probe/upper,workdir=$probe/work" 2>/dev/null && SNAPSHOTTER=overlayfs
    rm -rf "$probe"
}

# Without CAP_SYS_RESOURCE runc may not lower a process's OOM score, and fails with "can't get final child's PID".
choose_oom_score() {
    local bounding
    bounding=$(awk '/^CapEff/ {print $2}' /proc/self/status)
    if ((0x$bounding >> 24 & 1)); then RESTRICT_OOM_SCORE=false; else RESTRICT_OOM_SCORE=true; fi
}

write_config() {
    mkdir -p "$DIR/conf/cni" "$DIR/pki"
    chmod 700 "$DIR/pki"
    write_certificates
    write_kubeconfigs
    choose_oom_score
    # Contour has Envoy listen 8000 above the port of the Gateway's listener.
    LISTENER_PORT=$((GATEWAY_PORT - 8000))
    fill containerd.toml "$DIR/conf/containerd.toml"
    fill cni.json "$DIR/conf/cni/10-bridge.conflist"
    fill kubelet.yaml "$DIR/conf/kubelet.yaml"
    fill kube-proxy.yaml "$DIR/conf/kube-proxy.yaml"
    fill contour.yaml "$DIR/conf/contour.yaml"
    fill gateway.yaml "$DIR/conf/gateway.yaml"
    fill prometheus.yaml "$DIR/conf/prometheus.yaml"
}
