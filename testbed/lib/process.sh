# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Starting, watching and ending the test bed's processes. Sourced, not run; needs DIR.
#
# DIR/pids/PART holds "PID START-TIME". The start time makes the pair unique for as long as the machine runs, so a
# pid that the kernel gave to someone else meanwhile is never signalled.

# start_time PID: field 22 of /proc/PID/stat. The command name before it may hold blanks, hence the cut at ")".
start_time() {
    local stat
    { stat=$(<"/proc/$1/stat"); } 2>/dev/null || return 1
    read -ra stat <<<"${stat##*) }"
    # A zombie has ended; it only waits to be reaped.
    [[ ${stat[0]} != Z ]] && printf '%s' "${stat[19]}"
}

# recorded_pid PART: the pid when that very process still lives.
recorded_pid() {
    local pid started
    read -r pid started 2>/dev/null <"$DIR/pids/$1" || return 1
    [[ $(start_time "$pid") == "$started" ]] && printf '%s' "$pid"
}

lives() { recorded_pid "$1" >/dev/null; }

# launch PART COMMAND...: starts it detached, in the test bed's cgroup, with its output in DIR/logs/PART.log.
# The child records itself before it becomes the command: a killed 'up' leaves no unrecorded process behind.
launch() {
    local part=$1 procs
    shift
    procs=$(system_cgroup)/cgroup.procs
    rm -f "$DIR/pids/$part.stopped"
    note "$part: $*"
    (
        trap '' HUP
        # In a variable first: inside $(...) BASHPID is another process.
        self=$BASHPID
        printf '%s %s\n' "$self" "$(start_time "$self")" >"$DIR/pids/$part"
        printf '%s\n' "$self" >"$procs"
        exec setsid "$@"
    ) >>"$DIR/logs/$part.log" 2>&1 </dev/null 9>&- &
    disown
}

# end_all SECONDS PART...: asks all of them to end, and kills those that have not after SECONDS.
end_all() {
    local patience=$1 part pid deadline
    shift
    for part in "$@"; do
        if pid=$(recorded_pid "$part"); then kill -TERM "$pid" 2>/dev/null || true; fi
    done
    deadline=$((SECONDS + patience))
    for part in "$@"; do
        while lives "$part" && ((SECONDS < deadline)); do sleep 0.1; done
        while pid=$(recorded_pid "$part"); do
            kill -KILL "$pid" 2>/dev/null || true
            sleep 0.1
        done
        rm -f "$DIR/pids/$part"
    done
}

recorded_parts() {
    local file
    for file in "$DIR"/pids/*; do
        [[ -f $file && $file != *.stopped ]] && basename "$file"
    done
    return 0
}

# all_live: every part that was started and not stopped on purpose lives.
all_live() {
    local part
    [[ -n $(recorded_parts) ]] || return 1
    for part in $(recorded_parts); do lives "$part" || return 1; done
}

# any_lives DIR: some process of the test bed in that DIR lives.
any_lives() {
    local DIR=$1 part
    for part in $(recorded_parts); do lives "$part" && return 0; done
    return 1
}

# wait_until SECONDS PART WHAT COMMAND...: polls; fails early when PART has ended, and shows the end of its log.
wait_until() {
    local patience=$1 part=$2 what=$3 begun=$SECONDS beat=$SECONDS
    shift 3
    until "$@" >/dev/null 2>&1; do
        if ! lives "$part"; then
            # The child may not have written its pid yet.
            sleep 0.3
            lives "$part" || give_up "$part ended while waiting for $what" "$part"
        fi
        (($(elapsed "$begun") < patience)) || give_up "no $what within $patience s" "$part"
        if (($(elapsed "$beat") >= 10)); then
            say "  still waiting for $what ($(elapsed "$begun") s)"
            beat=$SECONDS
        fi
        sleep 0.2
    done
}

give_up() {
    printf 'Last lines of %s:\n' "$DIR/logs/$2.log" >&2
    tail -n 8 "$DIR/logs/$2.log" 2>/dev/null | cut -c1-300 >&2 || true
    die "$1; the whole log is $DIR/logs/$2.log"
}
