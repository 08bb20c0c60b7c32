# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2154
# A root of another release of Debian, or a clean one of this; sourced, after packages.sh and build.sh. $release says which,
# $folder where roots lie, $root is the one that is meant.

skip ()
{
  echo "Skipped on $release: $1."
  echo '0 passed, 0 failed, 1 skipped'
  exit 0
}

# What is mounted, and what runs, is seen from here on by this script and its children alone, and ends with them.
enter ()
{
  unshare --mount --propagation private --pid --fork --kill-child "$@"
}

# go_inside SCRIPT RELEASE...: runs the script anew, as "SCRIPT --inside RELEASE...", where roots can be entered.
go_inside ()
{
  release=$2
  [ "$(id -u)" -eq 0 ] || skip 'only root can make a root'
  # shellcheck disable=SC2086
  install_packages $packages_debian || skip 'debootstrap and rsync cannot be installed here'
  enter sh -c 'mount -t proc proc /proc && mount -t tmpfs tmpfs /tmp' 2>/dev/null || skip 'nothing can be mounted here'
  script=$1
  shift
  enter "$script" --inside "$@"
  exit
}

# Where this system gets Debian itself from, not its updates.
find_mirror ()
{
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' 'Component: main' | head -n 1
}

# How apt reaches it: proxies, and what it asks of a mirror.
copy_apt_configuration ()
{
  apt-config dump Acquire | grep -v '::IndexTargets' >"$1/etc/apt/apt.conf.d/50acquire"
  # A root that is lost is made again: nothing in it is worth waiting for the disk.
  echo force-unsafe-io >"$1/etc/dpkg/dpkg.cfg.d/unsafe-io"
}

make_root ()
{
  mirror=$(find_mirror)
  if [ -z "$mirror" ]; then
    quietly "$folder/update.log" apt-get update -q || return 1
    mirror=$(find_mirror)
  fi
  eval "$(apt-config shell http_proxy Acquire::http::Proxy https_proxy Acquire::https::Proxy)"
  export http_proxy https_proxy
  rm -rf --one-file-system "$root.part"
  quietly "$folder/debootstrap.log" \
    debootstrap --variant=minbase --include=ca-certificates "$release" "$root.part" "$mirror" || return 1
  copy_apt_configuration "$root.part"
  quietly "$folder/update.log" chroot "$root.part" apt-get update -q || return 1
  mv "$root.part" "$root"
}

mount_system ()
{
  mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev" && mount -t tmpfs tmpfs "$root/tmp"
}

# in_root COMMAND...: in the root, without a display and with nothing of this system's environment.
in_root ()
{
  chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"
}
