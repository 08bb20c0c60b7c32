# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# shellcheck disable=SC2154
# What is installed: the programs, every library they load, and what those read while they run.

app_id=io.github.bangvang.BangVang
languages='vi'

# library_folders: where the programs' libraries are looked for; what is in none of them is Windows' own.
library_folders ()
{
  echo "$sysroot/bin"
  dirname "$("$host-gcc-posix" -print-file-name=libgcc_s_seh-1.dll)"
  echo "/usr/$host/lib"
}

# imports FILE: the names of the libraries that it loads.
imports ()
{
  "$host-objdump" -p "$1" | sed -n 's/^[[:space:]]*DLL Name: //p'
}

# copy_libraries FOLDER: puts beside the programs in FOLDER what they load, and what that loads.
copy_libraries ()
{
  local folder=$1 file name found more=yes
  local -a from
  mapfile -t from < <(library_folders)
  while [ -n "$more" ]; do
    more=
    for file in "$folder"/*.exe "$folder"/*.dll; do
      [ -f "$file" ] || continue
      for name in $(imports "$file"); do
        [ -f "$folder/$name" ] && continue
        found=$(find "${from[@]}" -maxdepth 1 -name "$name" -print -quit)
        [ -n "$found" ] || continue
        cp "$found" "$folder/"
        more=yes
      done
    done
  done
}

# copy_translations FOLDER: the application's messages, and those of the libraries that people see.
copy_translations ()
{
  local language domain
  for language in $languages; do
    mkdir -p "$1/$language/LC_MESSAGES"
    msgfmt -o "$1/$language/LC_MESSAGES/bangvang.mo" "$root/po/$language.po"
    for domain in glib20 gtk40 gdk-pixbuf; do
      cp "$sysroot/share/locale/$language/LC_MESSAGES/$domain.mo" "$1/$language/LC_MESSAGES/"
    done
  done
}

# copy_schemas FOLDER: the settings of the application and of GTK.
copy_schemas ()
{
  mkdir -p "$1"
  cp "$root/data/$app_id.gschema.xml" "$sysroot"/share/glib-2.0/schemas/org.gtk.gtk4.*.xml "$1/"
  glib-compile-schemas "$1"
  rm "$1"/*.xml
}

# copy_guide FOLDER: what F1 opens.
copy_guide ()
{
  mkdir -p "$1"
  cp -r "$root/data/guide" "$1/"
}

# licence_file PACKAGE: what says under which terms it may be passed on.
licence_file ()
{
  local file
  for file in "$sources/$1"/{debian/copyright,COPYING,COPYING.LIB,LICENSE,LICENSE.md,LICENSE.txt} \
    /usr/share/doc/lib"${1%lib}"-mingw-w64/copyright /usr/share/doc/"$1"-x86-64-{posix,dev}/copyright; do
    if [ -f "$file" ]; then
      echo "$file"
      return
    fi
  done
  say "There is no licence of $1."
  return 1
}

# record_compiler: notes the versions of what the compiler brings along.
record_compiler ()
{
  record gcc-mingw-w64 "$(dpkg-query -W -f='${Version}' gcc-mingw-w64-x86-64-posix)"
  record mingw-w64 "$(dpkg-query -W -f='${Version}' mingw-w64-x86-64-dev)"
}

# copy_documents FOLDER: what whoever passes the program on must pass on, too, and what was built of what.
copy_documents ()
{
  local package file
  mkdir -p "$1/licences"
  cp "$root/COPYING" "$root/NEWS.md" "$1/"
  record_compiler
  cp "$work/versions.txt" "$1/libraries.txt"
  while read -r package _; do
    file=$(licence_file "$package")
    cp "$file" "$1/licences/$package.txt"
  done <"$work/versions.txt"
}

# make_bundle: everything, in $bundle.
make_bundle ()
{
  rm -rf "$bundle"
  mkdir -p "$bundle/bin"
  cp "$programs/src/app/bangvang.exe" "$programs/src/cli/bangvang-cli.exe" "$programs/src/reader/bangvang-reader.exe" \
    "$programs/src/reader/bangvang-pages.exe" "$bundle/bin/"
  # What GLib starts other programs with.
  cp "$sysroot"/bin/gspawn-win64-helper{,-console}.exe "$bundle/bin/"
  copy_libraries "$bundle/bin"
  "$host-strip" --strip-unneeded "$bundle"/bin/*.dll
  "$host-strip" "$bundle"/bin/*.exe
  copy_schemas "$bundle/share/glib-2.0/schemas"
  copy_translations "$bundle/share/locale"
  copy_icons "$bundle/share/icons"
  copy_guide "$bundle/share/bangvang"
  copy_documents "$bundle/doc"
  cp "$programs/windows/bangvang.ico" "$bundle/"
}
