# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# shellcheck disable=SC2154
# What programs for Windows run under here. Without LANG every GLib test dies of a warning on the console's code
# page; without UTF-8 Vietnamese arguments break; with winedbg a crash would end with status 0.

export WINEPREFIX=${WINEPREFIX:-$work/wine}
export WINEARCH=win64
export WINEDEBUG=${WINEDEBUG:--all}
export WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe,winedbg.exe='
export LC_ALL=C.UTF-8 LANG=C.UTF-8
export FONTCONFIG_FILE=$here/fonts.conf
wine=/usr/lib/wine/wine64

# windows_path PATH: as a program under wine calls it.
windows_path ()
{
  local path=Z:$1
  echo "${path//\//\\}"
}

# begin_wine: starts what Windows always runs, and a program that stays. Else the first program that asks for the
# desktop would start it, and whoever reads that program's output would wait for the desktop's end, too.
begin_wine ()
{
  local held=$WINEPREFIX/held
  timeout 60 /usr/lib/wine/wineserver64 --wait || true
  /usr/lib/wine/wineserver64 --persistent
  timeout 120 "$wine" wineboot >/dev/null 2>&1 </dev/null
  rm -f "$held"
  mkfifo "$held"
  setsid "$wine" cmd <>"$held" >/dev/null 2>&1 &
  setsid "$wine" explorer.exe /desktop </dev/null >/dev/null 2>&1 &
}

# end_wine: ends what still runs in this prefix, and only there.
end_wine ()
{
  /usr/lib/wine/wineserver64 --kill 2>/dev/null || true
}

# write_registry: fonts that DirectWrite can describe, else GTK shows boxes, and a keyboard layout.
write_registry ()
{
  python3 - <<'EOF'
import struct

face = "DejaVu Sans".encode("utf-16-le").ljust(64, b"\0")
font = struct.pack("<5l8B", -12, 0, 0, 0, 400, 0, 0, 0, 1, 0, 0, 0, 0) + face
value = ",".join(f"{byte:02x}" for byte in font)
print("REGEDIT4\n\n[HKEY_CURRENT_USER\\Control Panel\\Desktop\\WindowMetrics]")
for name in "CaptionFont", "MenuFont", "MessageFont", "SmCaptionFont", "StatusFont":
    print(f'"{name}"=hex:{value}')
print("\n[HKEY_LOCAL_MACHINE\\System\\CurrentControlSet\\Control\\Keyboard Layouts\\00000409]")
print('"Layout File"="KBDUS.DLL"\n"Layout Text"="US"')
EOF
}

# own_folders: a user's folders of its own, such as Documents. Wine links them to those of whoever runs it.
own_folders ()
{
  local link
  find "$WINEPREFIX/drive_c/users" -type l | while read -r link; do
    rm "$link"
    mkdir "$link"
  done
}

# make_wine_prefix: a fresh Windows in which GTK 4 works. Wine has no keyboard layouts of its own: GDK needs one.
make_wine_prefix ()
{
  end_wine
  rm -rf "$WINEPREFIX"
  mkdir -p "$WINEPREFIX"
  timeout 300 "$wine" wineboot --init
  own_folders
  x86_64-w64-mingw32-gcc-posix -O2 -shared -nostdlib -Wl,-e,0 \
    -o "$WINEPREFIX/drive_c/windows/system32/kbdus.dll" "$here/keyboard.c"
  write_registry >"$WINEPREFIX/drive_c/settings.reg"
  timeout 60 "$wine" regedit /S 'C:\settings.reg'
}
