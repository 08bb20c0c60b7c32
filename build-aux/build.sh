# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Building quietly; sourced by ./run and ./test.

# Runs a command; shows what it printed only when it failed.
quietly ()
{
  quiet_log=$1
  shift
  if ! "$@" >"$quiet_log" 2>&1; then
    tail -n 60 "$quiet_log" >&2
    echo "Failed: $* (all of it in $quiet_log)" >&2
    return 1
  fi
}

# The linker that is fastest: two hundred test programs are linked, each with all the rooms it knows.
fast_linker ()
{
  for linker in lld gold; do
    if command -v "ld.$linker" >/dev/null; then
      echo "$linker"
      return
    fi
  done
}

# build FOLDER OPTION...: sets the folder up unless it is, and compiles all, or $build_targets.
build ()
{
  build_folder=$1
  shift
  mkdir -p "$build_folder"
  if [ ! -f "$build_folder/build.ninja" ]; then
    CC_LD=${CC_LD:-$(fast_linker)}
    [ -z "$CC_LD" ] || export CC_LD
    quietly "$build_folder/setup.log" meson setup "$@" "$build_folder" || return 1
  fi
  # shellcheck disable=SC2086
  quietly "$build_folder/compile.log" ninja -C "$build_folder" ${build_targets:-}
}
