# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# shellcheck disable=SC2154
# The icons of the bundle. Windows has nothing that draws SVG for GTK, so they are drawn here: those that change
# their colour as GTK encodes them, the application's own as pictures.

# The sizes in which GTK asks for icons, and the folders of the theme for them; @2 is for dense screens.
symbolic_sizes='16:16x16 32:16x16@2 24:24x24 48:24x24@2 32:32x32 64:32x32@2'
picture_sizes='16 24 32 48 64 128 256'

# Where the window names its icons; what builds it names tools.
shown_in=(--include=*.c --include=*.h --include=*.ui --include=*.css)

# named_icons: every icon that the window names, in whatever way.
named_icons ()
{
  {
    grep -rhoE "${shown_in[@]}" '[a-z0-9-]+-symbolic' "$root/ui" "$root/src/app" "$root/data/style.css"
    grep -rhoE "${shown_in[@]}" '(icon-name">|icon_name \("|icon-name", ")[^"<]+' "$root/ui" "$root/src/app" | sed 's/.*[">]//'
  } | grep -vxF "$app_id" | sort -u
}

# is_in_gtk NAME: whether GTK has it in itself as a picture; of its SVG nothing is to be seen.
is_in_gtk ()
{
  [ -n "$(find "$sources/gtk4/gtk/icons" -name "$1.symbolic.png" -print -quit)" ]
}

# icon_names: those that the window shows and GTK lacks.
icon_names ()
{
  local name
  named_icons | while read -r name; do
    is_in_gtk "$name" || echo "$name"
  done
}

# icon_drawing NAME: the application's own, else Adwaita's.
icon_drawing ()
{
  local found
  found=$(find "$root/ui/icons" "$root/icons" /usr/share/icons/Adwaita/scalable /usr/share/icons/Adwaita/symbolic \
    -name "$1.svg" -print -quit 2>/dev/null)
  if [ -z "$found" ]; then
    say "There is no drawing of the icon $1."
    return 1
  fi
  echo "$found"
}

# check_icons FOLDER: that each icon that the window names can be drawn, by GTK or from the theme in FOLDER.
check_icons ()
{
  local name missing=
  for name in $(named_icons); do
    is_in_gtk "$name" || [ -f "$1/hicolor/16x16/actions/$name.symbolic.png" ] || missing+=" $name"
  done
  [ -f "$1/hicolor/48x48/apps/$app_id.png" ] || missing+=" $app_id"
  if [ -n "$missing" ]; then
    say "Icons that would not be seen:$missing"
    return 1
  fi
}

# copy_icons FOLDER: makes the theme hicolor in FOLDER.
copy_icons ()
{
  local theme=$1/hicolor name pair size drawing
  mkdir -p "$theme"
  cp /usr/share/icons/hicolor/index.theme "$theme/"
  for name in $(icon_names); do
    drawing=$(icon_drawing "$name")
    for pair in $symbolic_sizes; do
      mkdir -p "$theme/${pair#*:}/actions"
      (cd "$theme/${pair#*:}/actions" && gtk4-encode-symbolic-svg "$drawing" "${pair%:*}x${pair%:*}")
    done
  done
  drawing=$(icon_drawing "$app_id")
  for size in $picture_sizes; do
    mkdir -p "$theme/${size}x$size/apps"
    rsvg-convert -w "$size" -h "$size" -o "$theme/${size}x$size/apps/$app_id.png" "$drawing"
  done
  check_icons "$1"
}
