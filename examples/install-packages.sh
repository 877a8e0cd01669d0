#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs those Debian packages of the given lists that are missing; as root, or through sudo.
# Usage: sh examples/install-packages.sh LIST...
set -eu

missing=
packages=$(cat "$@" | grep -v '^#')
for package in $packages; do
    state=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    case $state in
    *" installed") ;;
    *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root="env"
elif command -v sudo >/dev/null; then
    as_root="sudo env"
else
    echo "These packages are missing, and there is neither root nor sudo to install them:" >&2
    echo "  apt-get install --no-install-recommends$missing" >&2
    exit 3
fi

# A fresh machine has no package lists, an old one has stale ones: both show, and only then are
# they fetched.
get() {
    $as_root DEBIAN_FRONTEND=noninteractive apt-get "$@"
}
echo "Installing:$missing"
# shellcheck disable=SC2086
get install --simulate -q --no-install-recommends $missing >/dev/null 2>&1 || get update -q
# shellcheck disable=SC2086
get install -y -q --no-install-recommends $missing ||
    { get update -q && get install -y -q --no-install-recommends $missing; }
