# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# shellcheck disable=SC2154
# The icons of the bundle. Windows has nothing that draws SVG for GTK, so they are drawn here: those that change
# their colour as GTK encodes them, the application's own as pictures.

# The sizes in which GTK asks for icons, and the folders of the theme for them; @2 is for dense screens.
symbolic_sizes='16:16x16 32:16x16@2 24:24x24 48:24x24@2 32:32x32 64:32x32@2'
picture_sizes='16 24 32 48 64 128 256'

# icon_names: those that the window shows and GTK has not in itself.
icon_names ()
{
  local name
  grep -rhoE '[a-z-]+-symbolic' "$root/ui" "$root/src/app" --include=*.ui --include=*.c | sort -u | while read -r name; do
    if [ -z "$(find "$sources/gtk4/gtk/icons" -name "$name.*" -print -quit)" ]; then
      echo "$name"
    fi
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
}
