# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What the scripts that build images and archives share. Sourced, not run.

PACKAGING=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
ROOT=$(cd "$PACKAGING/.." && pwd)
CACHE=${AOTROLLOUT_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/aotrollout}/images
# Every file has this time, Jib's for the layers that it writes: an AOT cache remembers the times of the jars.
EPOCH=1
JAVA_NEEDED=25

say() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }

die() {
    say "$*"
    exit 1
}

# die_with_log LOG MESSAGE
die_with_log() {
    tail -n 60 "$1" >&2
    die "$2"
}

# show_help FILE: the comment at the head of a command is its manual.
show_help() {
    sed -n '3,/^[^#]/{/^#/s/^# \{0,1\}//p}' "$1"
    exit 0
}

# wrong_usage MESSAGE
wrong_usage() {
    printf '%s: %s; see --help\n' "$(basename "$0")" "$*" >&2
    exit 2
}

need() {
    local tool
    for tool; do type -P "$tool" >/dev/null || die "needs '$tool', which is not installed"; done
}

# version_of HOME: the major version of the JDK there, 0 where there is none.
version_of() {
    local version=0
    [[ -n $1 && -f $1/release ]] && version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    printf '%s' "${version:-0}"
}

# find_jdk: sets JDK, which has jlink and runs here.
find_jdk() {
    local home
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "${HOME:-/root}"/.sdkman/candidates/java/*; do
        if [[ -x $home/bin/jlink ]] && (($(version_of "$home") >= JAVA_NEEDED)); then
            JDK=$(readlink -f "$home")
            return
        fi
    done
    die "no JDK $JAVA_NEEDED or newer found: install one under /usr/lib/jvm, or set JAVA_HOME to it"
}

# machine: the architecture of this machine, in the words of image registries.
machine() {
    case $(uname -m) in
        x86_64) printf amd64 ;;
        aarch64) printf arm64 ;;
        *) die "no images are built on $(uname -m)" ;;
    esac
}

key_of() { sha256sum | cut -c1-16; }

hash_of() { sha256sum "$1" | cut -d' ' -f1; }

# files_key PATH...: changes with the content of any file in there.
files_key() { find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum; }

# json_list WORD...: the words as JSON strings, with commas between them.
json_list() { printf '"%s"\n' "$@" | paste -sd,; }

pack() {
    tar --create --sort=name --mtime="@$EPOCH" --owner=0 --group=0 --numeric-owner --format=ustar "$@"
}

# normalise DIR: rights and times do not depend on who built it, and when.
normalise() {
    chmod -R a+rX,go-w "$1"
    find "$1" -exec touch -h -d "@$EPOCH" {} +
}

# new_work: sets work, a folder that goes with this process.
new_work() {
    mkdir -p "$CACHE"
    work=$(mktemp -d "$CACHE/building.XXXXXX")
    chmod 755 "$work"
}

# keep NAME: what is in $work/done becomes $CACHE/NAME, unless another build was faster; old ones of the kind go.
keep() {
    touch "$work/done"
    find "$CACHE" -maxdepth 1 -name "${1%-*}-*" -mtime +7 -exec rm -rf {} +
    mv -T "$work/done" "$CACHE/$1" 2>/dev/null || [[ -d $CACHE/$1 ]] || die "cannot write to $CACHE; set AOTROLLOUT_CACHE"
}

# unpack_image TAR DIR: the layers of a docker-archive, in order; sets config, the image's JSON on one line.
unpack_image() {
    local tar=$1 root=$2 archive=$2.archive layer
    mkdir -p "$root" "$archive"
    tar --extract --file "$tar" --directory "$archive" || die "$tar is no tar archive"
    [[ -f $archive/manifest.json ]] || die "$tar is no docker-archive: it has no manifest.json"
    config=$(tr -d '\n' <"$archive/$(grep -oE '"Config": *"[^"]+"' "$archive/manifest.json" | cut -d'"' -f4)")
    grep -oE '"Layers": *\[[^]]*\]' "$archive/manifest.json" | grep -oE '"[^"]+"' | tr -d '"' | grep -v '^Layers$' |
        while read -r layer; do
            tar --extract --file "$archive/$layer" --directory "$root" --no-same-owner --preserve-permissions \
                --warning=no-unknown-keyword
        done
    rm -rf "$archive"
}
