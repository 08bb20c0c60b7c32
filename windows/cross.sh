# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# How programs for Windows are built here: with mingw-w64, against the libraries in $sysroot.

host=x86_64-w64-mingw32
# How far the compiler goes: $BANGVANG_WINDOWS_OPTIMIZATION says less where time is short, as in CI.
optimization=${BANGVANG_WINDOWS_OPTIMIZATION:-2}
compile_flags="-O$optimization -pipe"

# cross_files: what meson and CMake read of the compiler, and a pkg-config that sees $sysroot only.
cross_files ()
{
  cat >"$work/pkg-config" <<EOF
#!/bin/sh
unset PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_PATH
PKG_CONFIG_LIBDIR=$sysroot/lib/pkgconfig:$sysroot/share/pkgconfig exec pkg-config "\$@"
EOF
  chmod +x "$work/pkg-config"
  cat >"$work/meson.ini" <<EOF
[binaries]
c = '$host-gcc-posix'
cpp = '$host-g++-posix'
ar = '$host-ar'
dlltool = '$host-dlltool'
ranlib = '$host-ranlib'
strip = '$host-strip'
windres = '$host-windres'
pkgconfig = '$work/pkg-config'

[properties]
needs_exe_wrapper = true
pkg_config_libdir = ['$sysroot/lib/pkgconfig', '$sysroot/share/pkgconfig']

[built-in options]
c_args = ['-pipe', '-I$sysroot/include']
cpp_args = ['-pipe', '-I$sysroot/include']
c_link_args = ['-L$sysroot/lib']
cpp_link_args = ['-L$sysroot/lib']

[host_machine]
system = 'windows'
cpu_family = 'x86_64'
cpu = 'x86_64'
endian = 'little'
EOF
  cat >"$work/toolchain.cmake" <<EOF
set (CMAKE_SYSTEM_NAME Windows)
set (CMAKE_SYSTEM_PROCESSOR AMD64)
set (CMAKE_C_COMPILER $host-gcc-posix)
set (CMAKE_CXX_COMPILER $host-g++-posix)
set (CMAKE_RC_COMPILER $host-windres)
set (CMAKE_FIND_ROOT_PATH $sysroot /usr/$host)
set (CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set (CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set (CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set (CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
EOF
}

# with_meson PACKAGE [OPTION...]
with_meson ()
{
  local folder=$sources/$1
  shift
  meson setup "$folder/_build" "$folder" --cross-file "$work/meson.ini" --prefix "$sysroot" --libdir lib \
    --buildtype plain -Doptimization="$optimization" -Ddebug=false -Ddefault_library=shared --wrap-mode nofallback "$@"
  ninja -C "$folder/_build" install
}

# with_cmake PACKAGE [OPTION...]: without CMAKE_INSTALL_LIBDIR, which breaks libjpeg.
with_cmake ()
{
  local folder=$sources/$1
  shift
  cmake -S "$folder" -B "$folder/_build" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$work/toolchain.cmake" \
    -DCMAKE_INSTALL_PREFIX="$sysroot" -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS_RELEASE="$compile_flags" \
    -DBUILD_SHARED_LIBS=ON "$@"
  ninja -C "$folder/_build" install
}

# configure FOLDER [OPTION...]: for autotools. Debian's patches touch what its files are made from: they are
# made newer, in the order they depend on each other, so that none is made again.
configure ()
{
  local name
  cd "$sources/$1"
  shift
  for name in aclocal.m4 configure config.h.in Makefile.in; do
    find . -name "$name" -exec touch {} +
    sleep 0.1
  done
  PKG_CONFIG="$work/pkg-config" CC="$host-gcc-posix" CXX="$host-g++-posix" CFLAGS="$compile_flags" \
    CPPFLAGS="-I$sysroot/include" LDFLAGS="-L$sysroot/lib" \
    ./configure --host="$host" --prefix="$sysroot" --enable-shared --disable-static \
    --disable-dependency-tracking "$@"
}

# pkg_config_file NAME VERSION LIBRARY: for a library that brings none.
pkg_config_file ()
{
  cat >"$sysroot/lib/pkgconfig/$1.pc" <<EOF
prefix=$sysroot
Name: $1
Description: $1
Version: $2
Libs: -L\${prefix}/lib -l$3
Cflags: -I\${prefix}/include
EOF
}
