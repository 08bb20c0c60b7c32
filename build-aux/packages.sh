# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# The Debian and Ubuntu packages that the project needs; sourced by ./run and ./test.
# "a|b" is the first of them that the system knows.
# shellcheck disable=SC2034

# To build and run the program.
packages_run='
  gcc libc6-dev meson ninja-build pkg-config gettext
  desktop-file-utils libglib2.0-bin libglib2.0-dev libglib2.0-dev-bin
  libgtk-4-bin|libgtk-4-1 libgtk-4-dev libpango1.0-dev libarchive-dev libsqlite3-dev libjansson-dev libxlsxwriter-dev
  adwaita-icon-theme fonts-noto-core fonts-liberation2|fonts-liberation
  libxml2-utils librsvg2-common shared-mime-info dconf-gsettings-backend
'

# To test it.
# shellcheck disable=SC2034
packages_test='
  clang clang-format-14 libicu-dev
  python3 python3-jsonschema python3-openpyxl python3-docx
  libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils 7zip unzip
  xvfb xauth xdotool imagemagick
  appstream mandoc shellcheck git
'

# To build it for Windows: the compiler, and what the libraries need to be built.
# shellcheck disable=SC2034
packages_windows='
  gcc-mingw-w64-x86-64-posix g++-mingw-w64-x86-64-posix mingw-w64-tools libz-mingw-w64-dev
  autoconf automake libtool cmake dpkg-dev make nasm patch pkgconf tcl xz-utils
  gcc libc6-dev meson ninja-build python3 gettext sassc
  libgdk-pixbuf2.0-bin libglib2.0-bin libglib2.0-dev libglib2.0-dev-bin gtk-update-icon-cache
  desktop-file-utils libgtk-4-bin librsvg2-bin icoutils adwaita-icon-theme hicolor-icon-theme nsis zip
'

# To try what was built for Windows.
# shellcheck disable=SC2034
packages_wine='
  wine64 xvfb xauth xdotool imagemagick fonts-dejavu-core fonts-liberation2|fonts-liberation
  python3 python3-openpyxl python3-docx poppler-utils 7zip unzip
'

package_is_installed ()
{
  dpkg-query -W -f='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
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
    if apt-cache show "$name" >/dev/null 2>&1; then
      echo "$name"
      return
    fi
  done
  echo "${1%%|*}"
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
    # The lists are new: which of the alternatives exist is known only now.
    missing=$(missing_packages "$@")
    # shellcheck disable=SC2086
    if ! apt_install $missing >>"$package_log" 2>&1; then
      tail -n 20 "$package_log" >&2
      echo "The packages could not be installed (see above). Is the network there? Then run this again." >&2
      return 1
    fi
  fi
}
package_log=${TMPDIR:-/tmp}/bangvang-packages-$(id -u).log
