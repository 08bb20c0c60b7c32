# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Debian's source packages, from where this system gets its packages; its own lists are not touched. Sourced; $work is a
# folder for what is read.

# shellcheck disable=SC2154
apt_state=$work/apt
apt_options=(
  -o Dir::Etc::SourceList=/dev/null
  -o "Dir::Etc::SourceParts=$apt_state/parts"
  -o "Dir::State::Lists=$apt_state/lists"
  -o "Dir::Cache::srcpkgcache=$apt_state/sources.bin"
  -o "Dir::Cache::pkgcache=$apt_state/packages.bin"
)

# list_sources: writes where source packages are to be had, by where this system gets its packages.
list_sources ()
{
  local file
  mkdir -p "$apt_state/parts" "$apt_state/lists/partial"
  for file in /etc/apt/sources.list.d/*.sources; do
    if [ -f "$file" ]; then
      sed 's/^Types:.*/Types: deb-src/' "$file" >"$apt_state/parts/${file##*/}"
    fi
  done
  if [ -f /etc/apt/sources.list ]; then
    sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >"$apt_state/parts/system.list"
  fi
}
