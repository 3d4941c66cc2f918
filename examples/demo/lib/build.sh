# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Finds the JDK, builds what is not up to date, and starts a command of the demo. Sourced, not run.

DEMO=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
ROOT=$(cd "$DEMO/../.." && pwd)
MODULES=operator,examples/checkout,examples/demo

# cannot REASON: this machine lacks something.
cannot() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 3
}

is_new_enough() {
    local major
    [[ -x $1/bin/javac && -f $1/release ]] || return 1
    major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    ((${major:-0} >= 25))
}

# find_java: sets JDK.
find_java() {
    local candidate
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/*; do
        if is_new_enough "$candidate"; then
            JDK=$candidate
            return
        fi
    done
    cannot "no JDK 25 or newer found; install one and set JAVA_HOME"
}

# is_built: nothing that goes into the jars has changed since the last build.
is_built() {
    local stamp=$DEMO/target/built.stamp
    [[ -f $stamp && -d $ROOT/operator/target/lib && -d $DEMO/target/lib ]] || return 1
    compgen -G "$ROOT/operator/target/aotrollout-operator-*.jar" >/dev/null || return 1
    [[ -z $(find "$ROOT"/pom.xml "$ROOT"/{operator,examples/checkout,examples/demo}/{pom.xml,src} -newer "$stamp" -print -quit) ]]
}

# build: waits in the background, so that a signal ends Maven and not only this script.
build() {
    local maven status=0
    ! is_built || return 0
    command -v mvn >/dev/null || cannot "mvn is missing: install Maven 3.8 or newer"
    printf 'Building %s\n' "$MODULES"
    (cd "$ROOT" && exec mvn -q -B -DskipTests -pl "$MODULES" package) &
    maven=$!
    trap 'kill "$maven" 2>/dev/null; wait "$maven"; exit 143' TERM
    trap 'kill "$maven" 2>/dev/null; wait "$maven"; exit 130' INT
    wait "$maven" || status=$?
    trap - INT TERM
    if ((status)); then
        printf 'The build failed; its output above says why\n' >&2
        exit 1
    fi
    touch "$DEMO/target/built.stamp"
}

# start COMMAND ARGUMENT...
start() {
    local jars=("$DEMO"/target/aotrollout-example-demo-*.jar)
    if [[ -t 1 ]]; then
        COLUMNS=$(tput cols 2>/dev/null || true)
        export COLUMNS
    fi
    exec "$JDK/bin/java" -Xmx512m -Daotrollout.root="$ROOT" \
        -Djdk.httpclient.allowRestrictedHeaders=host -Djdk.httpclient.redirects.retrylimit=1 \
        -Djdk.httpclient.disableRetryConnect=true -jar "${jars[0]}" "$@"
}
