#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# in-node.sh DIR COMMAND...: runs COMMAND with DIR/node/... laid over the folders of the same name. Started inside a
# new mount namespace: its mounts, and all that containerd and pods add, vanish with the last process in it.
set -euo pipefail
dir=$1
shift
for folder in /var/lib/kubelet /var/lib/cni /run/containerd /var/log/containers; do
    mount --bind "$dir/node$folder" "$folder"
done
exec "$@"
