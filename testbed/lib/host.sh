# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What the test bed changes on the machine, and how it is undone: cgroups, the bridge, nftables, sysctls, folders.
# Sourced, not run; needs DIR.

# cgroup_mounts: "TYPE MOUNTPOINT CONTROLLERS" per mounted hierarchy; version 1 has several, version 2 one.
cgroup_mounts() {
    # The type and the options stand after a "-", before which there may be any number of optional fields.
    awk '{for (i = 7; $i != "-"; i++); if ($(i + 1) ~ /^cgroup2?$/) print $(i + 1), $5, $(i + 3)}' /proc/self/mountinfo
}

# system_cgroup: holds our processes other than pods. The memory hierarchy, so that their memory can be read off.
system_cgroup() {
    local type mount options
    while read -r type mount options; do
        if [[ $type == cgroup2 && ! -d /sys/fs/cgroup/memory ]] || [[ ",$options," == *,memory,* ]]; then
            printf '%s/%s/system' "$mount" "$CGROUP"
            return
        fi
    done < <(cgroup_mounts)
    die "no memory cgroup is mounted"
}

# The kubelet wants its root cgroup in every hierarchy.
make_cgroups() {
    local type mount options file
    while read -r type mount options; do
        mkdir -p "$mount/$CGROUP"
        if [[ ",$options," == *,cpuset,* ]]; then
            # A version 1 cpuset starts empty, and an empty one takes no process.
            for file in cpuset.cpus cpuset.mems; do cat "$mount/$file" >"$mount/$CGROUP/$file"; done
        fi
        if [[ $type == cgroup2 && ! -d /sys/fs/cgroup/memory ]]; then
            for file in cpu cpuset memory pids io hugetlb; do
                printf '+%s' "$file" >"$mount/cgroup.subtree_control" || true
                printf '+%s' "$file" >"$mount/$CGROUP/cgroup.subtree_control" || true
            done 2>/dev/null
        fi
    done < <(cgroup_mounts)
    mkdir -p "$(system_cgroup)"
}

cgroup_pids() {
    local type mount options
    while read -r type mount options; do
        [[ -d $mount/$CGROUP ]] && find "$mount/$CGROUP" -name cgroup.procs -exec cat {} + 2>/dev/null
    done < <(cgroup_mounts) | sort -un
}

# remove_cgroups: kills whatever still lives in our cgroups (pods, shims, parts whose record was lost), then removes
# them. Membership proves that a process is ours.
remove_cgroups() {
    local type mount options pid round
    for round in {1..50}; do
        mapfile -t pids < <(cgroup_pids)
        ((${#pids[@]})) || break
        for pid in "${pids[@]}"; do kill -KILL "$pid" 2>/dev/null || true; done
        sleep 0.1
    done
    ((round < 50)) || say "Warning: processes do not end: ${pids[*]}"
    while read -r type mount options; do
        for round in {1..20}; do
            [[ -d $mount/$CGROUP ]] || break
            find "$mount/$CGROUP" -depth -type d -exec rmdir {} + 2>/dev/null || sleep 0.1
        done
    done < <(cgroup_mounts)
}

# choose_networks: two 10.x.0.0/16 ranges this machine has no route to, one for pods and one for services.
choose_networks() {
    local second found=()
    for second in {197..253}; do
        [[ -z $(ip -4 route show root "10.$second.0.0/16"; ip -4 route show match "10.$second.0.0/16" | grep -v ^default) ]] || continue
        found+=("$second")
        ((${#found[@]} < 2)) || break
    done
    ((${#found[@]} == 2)) || die "no free 10.x.0.0/16 ranges between 10.197 and 10.253; remove some routes"
    POD_NETWORK=10.${found[0]}.0
    SERVICE_NETWORK=10.${found[1]}.0
    HOST_ADDRESS=$POD_NETWORK.1
}

# The bridge is made here, before any pod, because its address is the API server's and the node's.
make_bridge() {
    ip link add "$BRIDGE" type bridge
    # A pod's answer to another pod has to pass connection tracking, or a cluster IP would not be translated back.
    ip link set "$BRIDGE" type bridge nf_call_iptables 1 2>/dev/null || true
    ip addr add "$HOST_ADDRESS/24" dev "$BRIDGE"
    ip link set "$BRIDGE" up
}

remove_network() {
    local family
    ip link delete "$BRIDGE" 2>/dev/null || true
    for family in ip ip6; do nft delete table "$family" kube-proxy 2>/dev/null || true; done
}

# Kernel settings that the kubelet and the CNI plugins change.
SYSCTLS=(net.ipv4.ip_forward vm.overcommit_memory vm.panic_on_oom kernel.panic kernel.panic_on_oops
    kernel.keys.root_maxkeys kernel.keys.root_maxbytes)

save_sysctls() {
    local name
    for name in "${SYSCTLS[@]}"; do
        [[ -r /proc/sys/${name//.//} ]] && printf '%s %s\n' "$name" "$(<"/proc/sys/${name//.//}")"
    done >"$DIR/sysctls.saved"
}

restore_sysctls() {
    local name value
    [[ -f $DIR/sysctls.saved ]] || return 0
    while read -r name value; do
        [[ $(<"/proc/sys/${name//.//}") == "$value" ]] || printf '%s' "$value" >"/proc/sys/${name//.//}" || true
    done <"$DIR/sysctls.saved"
    rm -f "$DIR/sysctls.saved"
}

# Folders whose names kubelet, containerd and CNI have built in. In the node's mount namespace our own folders lie
# over them, so the machine's are not touched; they only have to exist.
NODE_FOLDERS=(/var/lib/kubelet /var/lib/cni /run/containerd /var/log/containers)

make_node_folders() {
    local folder missing
    for folder in "${NODE_FOLDERS[@]}"; do
        mkdir -p "$DIR/node$folder"
        missing=$folder
        while [[ ! -d $missing ]]; do
            printf '%s\n' "$missing" >>"$DIR/folders.made"
            missing=$(dirname "$missing")
        done
        mkdir -p "$folder"
    done
    mkdir -p "$RUN" "$DIR/node/containerd"
    # The node's /run/containerd/containerd.sock as the machine sees it, by a path short enough for a socket.
    ln -sfn "$DIR/node/run/containerd/containerd.sock" "$RUN/containerd.sock"
}

remove_node_folders() {
    local folder
    rm -rf --one-file-system -- "${RUN:?}"
    [[ -f $DIR/folders.made ]] || return 0
    while read -r folder; do rmdir "$folder" 2>/dev/null || true; done <"$DIR/folders.made"
    rm -f "$DIR/folders.made"
}
