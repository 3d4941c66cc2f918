# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Bringing a test bed up and taking it down. Sourced, not run; needs DIR and the other libraries.

# take_down: ends and removes all that belongs to the test bed in DIR, whatever state it is in. Leaves logs.
take_down() {
    local parts
    mapfile -t parts < <(recorded_parts)
    # Their state is thrown away, so nobody needs long to say goodbye.
    end_all 1 "${parts[@]}"
    remove_cgroups
    remove_network
    restore_sysctls
    remove_node_folders
    # The last process of the node's mount namespace has ended, and with it its mounts. If one were left, stop here.
    if grep -q " $DIR/" /proc/self/mountinfo; then
        awk -v dir="$DIR/" 'index($5, dir) == 1 {print $5}' /proc/self/mountinfo | sort -r |
            while read -r mount; do umount "$mount" || umount --lazy "$mount"; done
    fi
    rm -rf --one-file-system -- "$DIR"/{pids,etcd,node,prometheus,pki,testbed.env,kubeconfig}
    if [[ -f $LOCK && $(<"$LOCK") == "$DIR" ]]; then rm -f "$LOCK"; fi
}

take_down_other() {
    local DIR=$1
    take_down
}

# take_commands_lock: one up or down at a time. Descriptor 9 is closed for the parts.
take_commands_lock() {
    exec 9>"$COMMANDS_LOCK"
    # What a killed 'up' had started for itself, such as a waiting kubectl, holds the lock for some seconds more.
    flock -n 9 || { say "Waiting for another testbed command to end"; flock -w 120 9; } ||
        die "another testbed command is at work; wait for it to end"
}

# claim_machine: the lock names the test bed that has the bridge and the cgroups. One whose processes are dead is
# taken down for its owner.
claim_machine() {
    local owner
    owner=$(lock_owner)
    if [[ -n $owner && $owner != "$DIR" ]]; then
        ! any_lives "$owner" || die "a test bed is up in $owner; end it first: testbed/down $owner"
        say "Cleaning up after a dead test bed in $owner"
        take_down_other "$owner"
    fi
    if ip link show "$BRIDGE" >/dev/null 2>&1; then
        die "the bridge $BRIDGE exists, and no test bed is known that made it; remove it: ip link delete $BRIDGE"
    fi
    mkdir -p "$CACHE"
    printf '%s\n' "$DIR" >"$LOCK"
}

# check_dir: DIR is a test bed's, or free to become one. What 'up' and 'down' delete is deleted in such a folder only.
check_dir() {
    if [[ -d $DIR && ! -f $DIR/.aotrollout-testbed && -n $(ls -A "$DIR") ]]; then
        die "$DIR is not empty and no test bed; give an empty or a new folder"
    fi
}

# prepare_dir: an empty DIR with the logs of the last time set aside.
prepare_dir() {
    mkdir -p "$DIR"
    touch "$DIR/.aotrollout-testbed"
    rm -rf -- "$DIR/logs.previous" "$DIR/conf"
    if [[ -d $DIR/logs ]]; then mv "$DIR/logs" "$DIR/logs.previous"; fi
    if [[ -f $DIR/audit.log ]]; then mv "$DIR/audit.log" "$DIR/logs.previous/"; fi
    mkdir -p "$DIR"/{logs,conf,pids}
}

prepare_machine() {
    choose_networks
    choose_ports
    choose_snapshotter
    write_settings
    save_sysctls
    make_cgroups
    make_bridge
    make_node_folders
    write_config
}

apply() { kubectl apply --server-side --force-conflicts "$@" >>"$DIR/logs/kubectl.log" 2>&1; }

install_gateway() {
    local crds
    apply -f "$SHARE/gateway-api" -f "$SHARE/contour/crds.yaml" || give_up "the CRDs were not accepted" kubectl
    crds=$(kubectl get crd -o name)
    # shellcheck disable=SC2086  # a list of names
    kubectl wait --for condition=Established --timeout 30s $crds >>"$DIR/logs/kubectl.log"
    apply -f "$DIR/conf/gateway.yaml" || give_up "the Gateway was not accepted" kubectl
}

# bring_up: in the order of what needs what; what does not wait for one another starts together.
bring_up() {
    say "Preparing network, cgroups and certificates"
    prepare_machine
    say "Starting the control plane"
    start etcd
    start containerd
    await etcd
    start kube-apiserver
    await containerd
    import_image "$SHARE/images/pause.tar" >>"$DIR/logs/images.log" 2>&1 || give_up "no pause image" images
    await kube-apiserver
    start kube-controller-manager
    start kube-scheduler
    say "Starting the node"
    start kubelet
    start kube-proxy
    say "Starting the gateway and Prometheus"
    start prometheus
    install_gateway
    start contour
    start envoy
    local part
    for part in kube-controller-manager kube-scheduler kube-proxy prometheus contour envoy kubelet; do await "$part"; done
    wait_until 30 kube-controller-manager "a default service account" kubectl -n default get serviceaccount default
    write_environment
}

write_environment() {
    cat >"$DIR/.testbed.env.new" <<ENV
KUBECONFIG=$DIR/kubeconfig
GATEWAY_URL=http://127.0.0.1:$GATEWAY_PORT
GATEWAY_NAME=gateway
GATEWAY_NAMESPACE=gateway-system
PROMETHEUS_URL=http://$HOST_ADDRESS:$PROMETHEUS_PORT
ENVOY_STATS_URL=http://127.0.0.1:$ENVOY_STATS_PORT/stats/prometheus
AUDIT_LOG=$DIR/audit.log
CONTAINERD_ADDRESS=$RUN/containerd.sock
NODE_NAME=$NODE_NAME
KUBECTL=$(binary kubectl)
HELM=$BIN/helm
ENV
    mv "$DIR/.testbed.env.new" "$DIR/testbed.env"
}

summary() {
    local file
    say "The test bed is up; state and logs are in $DIR"
    for file in "$DIR"/pids/*.stopped; do
        [[ ! -f $file ]] || say "  stopped on purpose: $(basename "$file" .stopped)"
    done
    sed 's/^/  /' "$DIR/testbed.env"
    say "End it with: testbed/down $DIR"
}
