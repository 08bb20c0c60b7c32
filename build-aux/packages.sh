# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# The Debian packages that the project needs; sourced by ./run and ./test.
# "a|b" is the first of them that the system knows, "a|" is a where the system knows it: what needs it says that it
# was skipped.
# shellcheck disable=SC2034

# packages_for KIND: the packages of that kind in build-aux/dependencies.txt, or in $dependencies.
packages_for ()
{
  awk -F '  +' -v kind="$1" '
    !/^#/ && $4 != "-" && $1 != "Kind" {
      count = split ($1, kinds, ",")
      for (i = 1; i <= count; i++)
        if (kinds[i] == kind)
          print $4
    }' "${dependencies:-build-aux/dependencies.txt}"
}

# To build and run the program; to test it; what only the whole test needs: a second compiler, the format, and an office
# that opens what was exported.
packages_run="$(packages_for library) $(packages_for part) $(packages_for tool) $(packages_for data)"
packages_test=$(packages_for test)
packages_test_whole=$(packages_for whole)

# To try it on another release of Debian; to make its package; to build it for Windows, with what the libraries need to be
# built; to try that; to try it in a sandbox.
packages_debian=$(packages_for debian)
packages_package=$(packages_for package)
packages_flatpak=$(packages_for flatpak)
packages_windows=$(packages_for windows)
packages_wine=$(packages_for wine)

package_is_installed ()
{
  dpkg-query -W -f='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

system_knows ()
{
  apt-cache show "$1" >/dev/null 2>&1
}

# Prints what of "a|b" is to be installed: nothing when one of them is there.
missing_package ()
{
  for name in $(echo "$1" | tr '|' ' '); do
    if package_is_installed "$name"; then
      return
    fi
  done
  for name in $(echo "$1" | tr '|' ' '); do
    if system_knows "$name"; then
      echo "$name"
      return
    fi
  done
  case $1 in
    *'|') ;;
    *) echo "${1%%|*}" ;;
  esac
}

missing_packages ()
{
  for name in "$@"; do
    missing_package "$name"
  done
}

as_root ()
{
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "To install packages be root, or install sudo." >&2
    return 1
  fi
}

apt_install ()
{
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}

# Installs those of the names in $missing that the system knows, and names the others: one package that a release
# lacks keeps none of the rest away.
install_known ()
{
  known=
  unknown=
  for name in $missing; do
    if system_knows "$name"; then
      known="$known $name"
    else
      unknown="$unknown $name"
    fi
  done
  [ -z "$unknown" ] || echo "This system has no package of the name:$unknown. Going on without." >&2
  # shellcheck disable=SC2086
  [ -z "$known" ] || apt_install $known >>"$package_log" 2>&1
}

# Installs those of the packages that are not there, and says so.
install_packages ()
{
  missing=$(missing_packages "$@")
  if [ -z "$missing" ]; then
    return
  fi
  if ! command -v apt-get >/dev/null; then
    echo "This system has no apt-get. Install with its own tools what corresponds to:" >&2
    echo "$missing" >&2
    return 1
  fi
  echo "Installing: $(echo "$missing" | tr "\n" " ")" >&2
  # shellcheck disable=SC2086
  if ! apt_install $missing >"$package_log" 2>&1; then
    as_root apt-get update -q >>"$package_log" 2>&1
    # The lists are new: which packages exist is known only now.
    missing=$(missing_packages "$@")
    if ! install_known; then
      tail -n 20 "$package_log" >&2
      echo "The packages could not be installed (see above). Is the network there? Then run this again." >&2
      return 1
    fi
  fi
}
package_log=${TMPDIR:-/tmp}/bangvang-packages-$(id -u).log
