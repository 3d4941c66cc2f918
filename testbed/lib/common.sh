# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Places, messages and small tools that every command of the test bed shares. Sourced, not run.

TESTBED_HOME=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=../versions.env
source "$TESTBED_HOME/versions.env"

CACHE=${AOTROLLOUT_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/aotrollout}
BIN=$CACHE/bin
SHARE=$CACHE/share

# One test bed per machine: these names are of the machine, so they are fixed.
NODE_NAME=aotrollout-testbed
BRIDGE=aotrollout0
CGROUP=aotrollout-testbed
RUN=/run/aotrollout-testbed
LOCK=$CACHE/testbed.lock
COMMANDS_LOCK=/run/aotrollout-testbed.lock

say() { printf '%s\n' "$*"; }

# note: shown only with --verbose.
note() { [[ -z ${VERBOSE:-} ]] || printf '  %s\n' "$*"; }

# die WHAT-AND-REMEDY: one line on stderr, exit 1.
die() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# show_help FILE: the comment at the head of a command is its manual.
show_help() {
    sed -n '3,/^[^#]/{/^#/s/^# \{0,1\}//p}' "$1"
    exit 0
}

# have TOOL: type -P sees programs only, not functions of the same name.
have() { type -P "$1" >/dev/null; }

# elapsed START: seconds since START (a value of SECONDS).
elapsed() { printf '%s' "$((SECONDS - $1))"; }

# binary NAME: the path to use for etcd, kube-apiserver or kubectl, wherever it comes from; else the built one.
binary() {
    local name=$1 assets=${KUBEBUILDER_ASSETS:-}
    if [[ $name == kubectl ]] && have kubectl; then
        type -P kubectl
    elif [[ -n $assets && -x $assets/etcd && -x $assets/kube-apiserver && -x $assets/$name ]]; then
        (cd "$assets" && printf '%s/%s\n' "$PWD" "$name")
    else
        printf '%s/%s\n' "$BIN" "$name"
    fi
}

# use_dir DIR: sets DIR to its absolute path. It need not exist.
use_dir() {
    [[ -n ${1:-} ]] || die "no DIR given; see --help"
    DIR=$(realpath -m -- "$1")
    [[ $DIR != *[[:space:]]* ]] || die "DIR must not contain blanks: $DIR"
}

# require_testbed_dir: DIR was made by 'up'.
require_testbed_dir() {
    [[ -f $DIR/.aotrollout-testbed ]] || die "$DIR holds no test bed; start one with testbed/up $DIR"
}

# lock_owner: the DIR of the test bed that was started last and not ended, or nothing. The link in /run counts first:
# it is the machine's, and may be of a test bed with another cache folder.
lock_owner() {
    local socket
    if socket=$(readlink "$RUN/containerd.sock"); then
        printf '%s' "${socket%/node/run/*}"
    else
        cat "$LOCK" 2>/dev/null || true
    fi
}
