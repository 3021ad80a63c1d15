# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154,SC2016
# Debian packages: what is missing, installing it, and fetching packages without installing them.

# Lines of the lists are package names; text after # says what a package is for.
packages_of() {
    local set
    for set in "$@"; do
        sed 's/#.*//' "$lab/packages/$set.list" | tr -s ' \t' '\n' | grep .
    done
}

# A package may also be there under another name, which it says it provides.
missing_packages() {
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}, ${Provides}\n' 2>/dev/null |
        sed -n 's/^ii *//p' | tr ',' '\n' | sed 's/ (.*//; s/ //g' | sort -u)
    comm -13 <(printf '%s\n' "$installed") <(printf '%s\n' "$@" | sort -u)
}

as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

require_root() {
    [[ $EUID -eq 0 ]] || command -v sudo >/dev/null || die "neither root nor sudo here; as root, $*"
}

# A machine fresh from an image has no package lists at all.
package_lists() {
    [[ -n $(apt-get indextargets --format '$(FILENAME)' 'Created-By: Packages' | xargs -r ls 2>/dev/null) ]] ||
        update_package_lists
}

update_package_lists() {
    say "reading the package lists"
    require_root "run: apt-get update"
    quietly as_root apt-get -q update || die "apt-get update failed"
}

install_missing() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -gt 0 ]] || return 0
    require_root "run: apt-get install --no-install-recommends ${missing[*]}"
    package_lists
    say "installing ${#missing[@]} packages: ${missing[*]}"
    # Lists that are older than the mirror name files it no longer has: read them again and try once more.
    quietly apt_install "${missing[@]}" || {
        update_package_lists
        quietly apt_install "${missing[@]}" || die "apt-get could not install: ${missing[*]}"
    }
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qy install --no-install-recommends "$@"
}

# The mirror this machine takes Debian itself from.
debian_mirror() {
    apt-get indextargets --format '$(ORIGIN) $(REPO_URI)' 'Created-By: Packages' |
        sed -n '/security/!s/^Debian //p' | sed -n 1p
}

# Fetches packages without installing them, with everything they need that is not installed here, into a directory.
# Needs no root: nothing of the system is locked or written.
fetch_packages() {
    local into=$1
    shift
    mkdir -p "$into/partial"
    package_lists
    quietly apt_fetch "$into" "$@" || {
        update_package_lists
        quietly apt_fetch "$into" "$@" || die "apt-get could not fetch: $*"
    }
}

apt_fetch() {
    local into=$1
    shift
    apt-get -qy -o Debug::NoLocking=1 -o "Dir::Cache::archives=$into" -o APT::Sandbox::User=root \
        install --download-only --no-install-recommends "$@"
}

# Unpacks packages into a layer of the guest's root. Old packages still name /bin, /lib and /sbin, which are symbolic
# links in the root below; a real directory of that name would hide the host's.
unpack_packages() {
    local into=$1 package top
    shift
    mkdir -p "$into/usr"
    for package in "$@"; do
        dpkg-deb --extract "$package" "$into"
    done
    for top in bin sbin lib lib64; do
        [[ -d $into/$top && ! -L $into/$top ]] || continue
        cp -al "$into/$top" "$into/usr/"
        rm -rf "${into:?}/$top"
    done
}
