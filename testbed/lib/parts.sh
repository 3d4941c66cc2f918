# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# The parts of the cluster: start_PART launches one, ready_PART says whether it serves. Sourced, not run; needs DIR and
# the settings of config.sh.

# The parts talk to one another on this machine only; a proxy of the user's environment has no business between them.
unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY all_proxy ALL_PROXY

kubectl() { "$(binary kubectl)" --kubeconfig "$DIR/kubeconfig" --cache-dir "$DIR/node/kubectl-cache" "$@"; }

fetch() { curl --silent --fail --noproxy '*' --max-time 2 --output /dev/null "$@"; }

start_etcd() {
    launch etcd "$(binary etcd)" --data-dir "$DIR/etcd" --unsafe-no-fsync --log-level warn \
        --listen-client-urls "http://127.0.0.1:$ETCD_PORT" --advertise-client-urls "http://127.0.0.1:$ETCD_PORT" \
        --listen-peer-urls "http://127.0.0.1:$ETCD_PEER_PORT" \
        --initial-advertise-peer-urls "http://127.0.0.1:$ETCD_PEER_PORT" \
        --initial-cluster "default=http://127.0.0.1:$ETCD_PEER_PORT"
}
ready_etcd() { fetch "http://127.0.0.1:$ETCD_PORT/health"; }

# Bound to the bridge's address: pods and the machine reach it there, other machines do not.
start_kube_apiserver() {
    launch kube-apiserver "$(binary kube-apiserver)" --etcd-servers "http://127.0.0.1:$ETCD_PORT" \
        --bind-address "$HOST_ADDRESS" --advertise-address "$HOST_ADDRESS" --secure-port "$APISERVER_PORT" \
        --tls-cert-file "$DIR/pki/apiserver.crt" --tls-private-key-file "$DIR/pki/apiserver.key" \
        --client-ca-file "$DIR/pki/ca.crt" --token-auth-file "$DIR/pki/tokens.csv" \
        --authorization-mode Node,RBAC --enable-admission-plugins NodeRestriction --allow-privileged=true \
        --service-account-issuer https://kubernetes.default.svc \
        --service-account-key-file "$DIR/pki/service-account.key" \
        --service-account-signing-key-file "$DIR/pki/service-account.key" \
        --service-cluster-ip-range "$SERVICE_NETWORK.0/24" \
        --kubelet-certificate-authority "$DIR/pki/ca.crt" --kubelet-preferred-address-types InternalIP \
        --kubelet-client-certificate "$DIR/pki/kubelet-client.crt" --kubelet-client-key "$DIR/pki/kubelet-client.key" \
        --audit-log-path "$DIR/audit.log" --audit-policy-file "$TESTBED_HOME/manifests/audit-policy.yaml" \
        --shutdown-delay-duration 0s
}
ready_kube_apiserver() { fetch --cacert "$DIR/pki/ca.crt" "https://$HOST_ADDRESS:$APISERVER_PORT/readyz"; }

start_kube_controller_manager() {
    launch kube-controller-manager "$BIN/kube-controller-manager" --kubeconfig "$DIR/conf/controller-manager" \
        --bind-address 127.0.0.1 --secure-port "$CONTROLLER_MANAGER_PORT" --leader-elect=false \
        --use-service-account-credentials --root-ca-file "$DIR/pki/ca.crt" \
        --service-account-private-key-file "$DIR/pki/service-account.key" --kube-api-qps 100 --kube-api-burst 200
}
ready_kube_controller_manager() { fetch --insecure "https://127.0.0.1:$CONTROLLER_MANAGER_PORT/healthz"; }

start_kube_scheduler() {
    launch kube-scheduler "$BIN/kube-scheduler" --kubeconfig "$DIR/conf/scheduler" --bind-address 127.0.0.1 \
        --secure-port "$SCHEDULER_PORT" --leader-elect=false
}
ready_kube_scheduler() { fetch --insecure "https://127.0.0.1:$SCHEDULER_PORT/healthz"; }

# In a mount namespace of its own, which the kubelet joins.
start_containerd() {
    launch containerd env "PATH=$BIN:$PATH" unshare --mount --propagation private \
        "$TESTBED_HOME/lib/in-node.sh" "$DIR" "$BIN/containerd" --config "$DIR/conf/containerd.toml"
}
ready_containerd() { ctr version; }

ctr() { "$BIN/ctr" --address "$RUN/containerd.sock" --namespace k8s.io "$@"; }

# import_image TAR: unpacked for the snapshotter that pods use, so that the first pod does not wait for it.
import_image() { ctr images import --snapshotter "$SNAPSHOTTER" "$1"; }

# The housekeeping interval is how often cAdvisor measures. It doubles up to 15 s for a container that stands still.
start_kubelet() {
    launch kubelet env "PATH=$BIN:$PATH" nsenter --target "$(recorded_pid containerd)" --mount -- \
        "$BIN/kubelet" --config "$DIR/conf/kubelet.yaml" --kubeconfig "$DIR/conf/kubelet" --root-dir /var/lib/kubelet \
        --node-ip "$HOST_ADDRESS" --hostname-override "$NODE_NAME" --housekeeping-interval 1s
}
ready_kubelet() {
    fetch "http://127.0.0.1:$KUBELET_HEALTH_PORT/healthz" &&
        kubectl wait --for condition=Ready "node/$NODE_NAME" --timeout 1s
}

start_kube_proxy() { launch kube-proxy "$BIN/kube-proxy" --config "$DIR/conf/kube-proxy.yaml"; }
ready_kube_proxy() { fetch --insecure "https://$SERVICE_NETWORK.1/readyz"; }

start_contour() {
    launch contour "$BIN/contour" serve --no-incluster --kubeconfig "$DIR/conf/contour" --insecure \
        --config-path "$DIR/conf/contour.yaml" --disable-leader-election \
        --xds-address 127.0.0.1 --xds-port "$CONTOUR_XDS_PORT" --envoy-service-http-address 127.0.0.1 \
        --stats-address 127.0.0.1 --stats-port "$ENVOY_STATS_PORT" \
        --http-address 127.0.0.1 --http-port "$CONTOUR_METRICS_PORT" \
        --health-address 127.0.0.1 --health-port "$CONTOUR_HEALTH_PORT" --debug-http-port "$CONTOUR_DEBUG_PORT"
}
ready_contour() {
    fetch "http://127.0.0.1:$CONTOUR_HEALTH_PORT/healthz" &&
        kubectl -n gateway-system wait --for condition=Programmed gateway/gateway --timeout 1s
}

start_envoy() {
    "$BIN/contour" bootstrap "$DIR/conf/envoy.json" --xds-address 127.0.0.1 --xds-port "$CONTOUR_XDS_PORT" \
        --admin-address "$RUN/envoy-admin.sock" >>"$DIR/logs/envoy.log" 2>&1
    launch envoy "$BIN/envoy" --config-path "$DIR/conf/envoy.json" --concurrency 2 --disable-hot-restart \
        --service-cluster gateway-system --service-node envoy --log-level warning
}
ready_envoy() { fetch "http://127.0.0.1:$ENVOY_STATS_PORT/ready"; }

# On the bridge's address, so that the same URL serves the machine and pods.
start_prometheus() {
    launch prometheus "$BIN/prometheus" --config.file "$DIR/conf/prometheus.yaml" \
        --storage.tsdb.path "$DIR/prometheus" --web.listen-address "$HOST_ADDRESS:$PROMETHEUS_PORT" --log.level warn
}
ready_prometheus() { fetch "http://$HOST_ADDRESS:$PROMETHEUS_PORT/-/ready"; }

STOPPABLE=(etcd kube-apiserver kube-controller-manager kube-scheduler kubelet kube-proxy contour envoy prometheus)

start() { "start_${1//-/_}"; }

# await PART: waits until it serves.
await() { wait_until 90 "$1" "a ready $1" "ready_${1//-/_}"; }

# stoppable PART: dies when it is not one that can be taken away and brought back.
stoppable() { [[ " ${STOPPABLE[*]} " == *" $1 "* ]] || die "no part '$1'; parts are: ${STOPPABLE[*]}"; }
