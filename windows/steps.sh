# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# A step is done once for what it depends on: its own recipe, the tools that build it, the version of its source
# and the steps before it. Its stamp holds a hash of all that; when one of them changes, it is done again, and
# with it everything that builds on it. Sourced by ./build; $work is the folder of all results.

step_log=$work/log
step_stamps=$work/stamps

# say TEXT...: tells what is being done.
say ()
{
  printf '%s  %s\n' "$(date +%H:%M:%S)" "$*" >&2
}

# recipe FUNCTION: its text, and that of every function that it names, and so on.
recipe ()
{
  local -A known=([$1]=yes)
  local -a open=("$1")
  local name word
  while [ "${#open[@]}" -gt 0 ]; do
    name=${open[0]}
    open=("${open[@]:1}")
    declare -f "$name"
    for word in $(declare -f "$name" | grep -oE '[a-z0-9_]+' | LC_ALL=C sort -u); do
      if [ -z "${known[$word]:-}" ] && declare -F "$word" >/dev/null; then
        known[$word]=yes
        open+=("$word")
      fi
    done
  done
}

# step_key FUNCTION VERSION STEP...: the hash of what a step depends on.
step_key ()
{
  local function=$1 version=$2 before
  shift 2
  {
    recipe "$function"
    echo "$version"
    for before in "$@"; do
      cat "$step_stamps/$before"
    done
  } | sha256sum | cut -d ' ' -f 1
}

# step NAME FUNCTION VERSION [STEP...]: runs FUNCTION unless its stamp says that nothing has changed.
step ()
{
  local name=$1 function=$2 key began=$SECONDS status
  key=$(step_key "$function" "${@:3}")
  if [ "$(cat "$step_stamps/$name" 2>/dev/null)" = "$key" ]; then
    return
  fi
  rm -f "$step_stamps/$name"
  say "$name …"
  # A function called in a condition would go on after its first failure.
  set +e
  (set -e; "$function" "$name") </dev/null >"$step_log/$name.log" 2>&1
  status=$?
  set -e
  if [ "$status" -ne 0 ]; then
    tail -n 25 "$step_log/$name.log" >&2
    say "$name failed; all of it is in $step_log/$name.log"
    exit 1
  fi
  echo "$key" >"$step_stamps/$name"
  say "$name: $((SECONDS - began)) s"
}
