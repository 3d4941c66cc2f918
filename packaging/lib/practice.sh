# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# A kube-apiserver with one rollout (PracticeCluster of the operator's tests) and a packaged operator on it. Sourced, not
# run; needs common.sh, work, and JDK.

PATIENCE_SECONDS=180

# await_line FILE PID WHAT PATTERN: until a line of FILE matches; asleep until something is written, because looking takes
# processor time that benchmarks/startup measures.
await_line() {
    local file=$1 pid=$2 what=$3 pattern=$4
    timeout "$PATIENCE_SECONDS" grep -q -m 1 -- "$pattern" < <(tail -n +1 --pid="$pid" -f "$file") && return
    kill -0 "$pid" 2>/dev/null || die_with_log "$file" "$what: the process has ended"
    die_with_log "$file" "$what: not within $PATIENCE_SECONDS s"
}

# await_file FILE PID LOG WHAT
await_file() {
    local file=$1 pid=$2 log=$3 what=$4 ends=$((SECONDS + PATIENCE_SECONDS))
    until [[ -e $file ]]; do
        kill -0 "$pid" 2>/dev/null || die_with_log "$log" "$what: the process has ended"
        ((SECONDS < ends)) || die_with_log "$log" "$what: not within $PATIENCE_SECONDS s"
        sleep 0.1
    done
}

# can_practise: whether there are etcd, kube-apiserver, and the operator's tests, and they run here.
can_practise() {
    "$ROOT/testbed/build" apiserver >&2 && [[ -s $ROOT/operator/target/image/test.classpath ]]
}

# start_practice GOAL: GOAL is rest or promote; sets practice, its process.
start_practice() {
    local classes=$ROOT/operator/target
    mkdir -p "$work/cluster"
    "$JDK/bin/java" -Xmx256m -Daotrollout.root="$ROOT" -cp "$classes/test-classes:$classes/classes:$(<"$classes/image/test.classpath")" \
        dev.aotrollout.runtime.PracticeCluster "$work/cluster" "$1" >"$work/practice.log" 2>&1 &
    practice=$!
    await_file "$work/cluster/ready" "$practice" "$work/practice.log" "kube-apiserver for practice"
    mapfile -t cluster <"$work/cluster/environment"
}

# end PID: by SIGTERM. A JVM that has run its shutdown hooks exits with 143.
end() {
    local pid=$1 code=0
    kill -TERM "$pid" 2>/dev/null || true
    wait "$pid" || code=$?
    ((code == 0 || code == 143))
}

# end_practice: for an EXIT trap too.
end_practice() {
    [[ -z ${operator:-} ]] || kill -KILL "$operator" 2>/dev/null || true
    [[ -z ${practice:-} ]] || end "$practice" || true
    operator='' practice=''
}

# mount_account ROOT: as the kubelet does in a pod.
mount_account() {
    local folder=$1/var/run/secrets/kubernetes.io/serviceaccount
    mkdir -p "$folder"
    cp "$work"/cluster/serviceaccount/* "$folder/"
    chmod 644 "$folder"/*
}

# start_operator ROOT LOG COMMAND...: as a container; sets operator, its process.
start_operator() {
    local root=$1 log=$2 variables
    shift 2
    mapfile -t variables <"$PACKAGING/image/environment"
    : >"$log"
    "$PACKAGING/lib/run-in-root" ${options+"${options[@]}"} "$root" "${variables[@]}" "${cluster[@]}" "$@" >"$log" 2>&1 &
    operator=$!
}
