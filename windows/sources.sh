# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The sources of the libraries: Debian's own source packages. Sourced after build-aux/source-lists.sh.

# sources_list: reads which source packages there are. The system's own lists are not touched.
sources_list ()
{
  list_sources
  apt-get "${apt_options[@]}" -q update
}

# source_versions PACKAGE: its versions, the newest first.
source_versions ()
{
  apt-cache "${apt_options[@]}" showsrc --only-source "$1" | sed -n 's/^Version: //p' | sort -ruV
}

# source_version PACKAGE: the newest version there is.
source_version ()
{
  source_versions "$1" | head -n 1
}

# record PACKAGE TEXT: notes which version was built.
record ()
{
  local list=$work/versions.txt
  touch "$list"
  sed -i "/^$1 /d" "$list"
  echo "$1 $2" >>"$list"
  LC_ALL=C sort -o "$list" "$list"
}

# unpack_tarball PACKAGE: puts its newest tarball into $sources/PACKAGE, without what Debian adds.
unpack_tarball ()
{
  local package=$1 tarball version
  tarball=$(find . -name "${package}_*.orig.tar.*z*" ! -name '*.asc' | sort -V | tail -n 1)
  mkdir -p "$sources/$package"
  tar -x -f "$tarball" -C "$sources/$package" --strip-components=1
  version=${tarball##*_}
  record "$package" "${version%.orig.tar.*} (the tarball alone: Debian's part of it was not there)"
}

# unpack PACKAGE: puts its newest whole version into $sources/PACKAGE. A mirror may lack a part of the newest
# one: then an older one is taken, and at last the bare tarball.
unpack ()
{
  local package=$1 version
  local folder=$sources/$package
  rm -rf "$folder"
  cd "$downloads"
  for version in $(source_versions "$package"); do
    if apt-get "${apt_options[@]}" -q source --download-only "$package=$version" \
      && dpkg-source --no-check --extract "${package}_${version#*:}.dsc" "$folder"; then
      record "$package" "$version"
      return
    fi
    rm -rf "$folder"
  done
  unpack_tarball "$package"
}
