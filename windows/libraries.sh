# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# One function a library, in the order they build on each other (build_libraries, at the end). What is patched,
# and why, stands at its function.

jobs=$(nproc)

# Debian has it built for mingw already; only its description is missing.
build_zlib ()
{
  local version
  cp "/usr/$host/include/zlib.h" "/usr/$host/include/zconf.h" "$sysroot/include/"
  cp "/usr/$host/lib/libz.dll.a" "$sysroot/lib/"
  cp "/usr/$host/lib/zlib1.dll" "$sysroot/bin/"
  version=$(sed -n 's/^#define ZLIB_VERSION "\(.*\)"/\1/p' "$sysroot/include/zlib.h")
  pkg_config_file zlib "$version" z
  record zlib "$version (Debian's own for mingw)"
}

# Only libintl, and without iconv: messages stay UTF-8, as GTK wants them.
build_gettext ()
{
  unpack gettext
  # It would look for messages with %I64d, where programs have %lld: they would stay English.
  sed -i '0,/^#ifdef HAVE_CONFIG_H/s//#undef __USE_MINGW_ANSI_STDIO\n#define __USE_MINGW_ANSI_STDIO 1\n&/' \
    "$sources/gettext/gettext-runtime/intl/loadmsgcat.c"
  configure gettext/gettext-runtime --disable-java --disable-csharp --disable-libasprintf --disable-c++ \
    --disable-openmp --disable-curses --without-emacs --disable-acl --enable-threads=windows \
    --without-libiconv-prefix am_cv_func_iconv=no
  make -C intl -j "$jobs"
  make -C intl install
}

build_libffi ()
{
  unpack libffi
  configure libffi --disable-docs --disable-multi-os-directory
  make -j "$jobs"
  make install
}

build_pcre2 ()
{
  unpack pcre2
  with_cmake pcre2 -DPCRE2_BUILD_PCRE2GREP=OFF -DPCRE2_BUILD_TESTS=OFF -DPCRE2_SUPPORT_JIT=ON
}

build_glib ()
{
  unpack glib2.0
  with_meson glib2.0 -Dtests=false -Dinstalled_tests=false -Dman=false -Dgtk_doc=false -Dlibelf=disabled
}

build_libpng ()
{
  unpack libpng1.6
  configure libpng1.6 --disable-tests --disable-tools
  make -j "$jobs"
  make install
}

build_libjpeg ()
{
  unpack libjpeg-turbo
  with_cmake libjpeg-turbo -DENABLE_STATIC=OFF -DWITH_TURBOJPEG=OFF -DWITH_SIMD=ON
}

build_tiff ()
{
  unpack tiff
  with_cmake tiff -Dcxx=OFF -Dtiff-tools=OFF -Dtiff-tests=OFF -Dtiff-contrib=OFF -Dtiff-docs=OFF -Djpeg=ON \
    -Dzlib=ON -Dlzma=OFF -Dzstd=OFF -Dwebp=OFF -Djbig=OFF -Dlerc=OFF -Dlibdeflate=OFF
}

build_fribidi ()
{
  unpack fribidi
  with_meson fribidi -Ddocs=false
}

# Without its own programs, and each library as one source, as it can be built by design: half of the work.
build_harfbuzz ()
{
  unpack harfbuzz
  sed -i "/^subdir('util')$/d" "$sources/harfbuzz/meson.build"
  with_meson harfbuzz -Dglib=enabled -Dgobject=disabled -Dcairo=disabled -Dchafa=disabled -Dicu=disabled \
    -Dfreetype=disabled -Dgdi=enabled -Ddirectwrite=enabled -Dtests=disabled -Dintrospection=disabled \
    -Ddocs=disabled --unity on --unity-size 1000
}

build_pixman ()
{
  unpack pixman
  with_meson pixman -Dgtk=disabled -Dlibpng=disabled -Dopenmp=disabled
}

# _FORTIFY_SOURCE would want libssp, which mingw lacks.
build_cairo ()
{
  unpack cairo
  sed -i 's/-Wp,-D_FORTIFY_SOURCE=2//' "$sources/cairo/configure"
  configure cairo --disable-xlib --disable-xcb --disable-gl --disable-ft --disable-fc --enable-win32 \
    --enable-png --enable-pdf --enable-ps --enable-svg --enable-gobject --disable-gtk-doc \
    --disable-interpreter --disable-trace --disable-valgrind --disable-symbol-lookup
  make -C src -j "$jobs"
  make -C util/cairo-gobject -j "$jobs"
  make -C src install
  make -C util/cairo-gobject install
}

# A font that DirectWrite cannot describe (wine has such fonts) is passed over.
build_pango ()
{
  unpack pango1.0
  sed -i 's/if (!pango_font_description_get_family (description))/if (!description || !pango_font_description_get_family (description))/' \
    "$sources/pango1.0/pango/pangowin32-fontmap.c"
  with_meson pango1.0 -Dgtk_doc=false -Dintrospection=disabled -Dinstall-tests=false -Dfontconfig=disabled \
    -Dfreetype=disabled -Dsysprof=disabled -Dlibthai=disabled -Dcairo=enabled -Dxft=disabled
}

build_pixbuf ()
{
  unpack gdk-pixbuf
  with_meson gdk-pixbuf -Dbuiltin_loaders=all -Dnative_windows_loaders=false -Drelocatable=true -Dtests=false \
    -Dinstalled_tests=false -Dman=false -Dgtk_doc=false -Dintrospection=disabled
}

build_graphene ()
{
  unpack graphene
  with_meson graphene -Dtests=false -Dinstalled_tests=false -Dintrospection=disabled -Dgtk_doc=false
}

build_epoxy ()
{
  unpack libepoxy
  with_meson libepoxy -Degl=no -Dglx=no -Dx11=false -Dtests=false -Ddocs=false
}

# Without a printer there is no device name, and 4.8 copies from NULL; later versions look first.
patch_gtk_printing ()
{
  local file=$sources/gtk4/gtk/gtkprintoperation-win32.c
  local name='gtk_print_settings_get (settings, "win32-devmode-name")'
  sed -i \
    -e "s/g_utf8_to_utf16 ($name,/g_utf8_to_utf16 (gtk_print_settings_has_key (settings, \"win32-devmode-name\") ? $name : \"\",/" \
    -e 's/memcpy (devmode->dmDeviceName, device_name, CCHDEVICENAME);/memcpy (devmode->dmDeviceName, device_name, MIN (wcslen (device_name) + 1, CCHDEVICENAME) * sizeof (gunichar2));/' \
    "$file"
  grep -q 'win32-devmode-name") ?' "$file"
}

# A dialog stands in the middle of its window: 4.8 looks at a size that it has not been given yet, and put its corner there.
patch_gtk_placing ()
{
  local file=$sources/gtk4/gdk/win32/gdksurface-win32.c
  local size='_gdk_win32_adjust_client_rect (window, &window_rect);'
  grep -qF "$size" "$file"
  sed -i "s/$size/GetWindowRect (GDK_SURFACE_HWND (window), \\&window_rect);/" "$file"
}

# The file chooser is told of folders by their paths: of an address with Vietnamese names Windows makes other names.
patch_gtk_choosing ()
{
  local file=$sources/gtk4/gtk/gtkfilechoosernativewin32.c
  grep -qF 'uri = g_file_get_uri (file);' "$file"
  sed -i 's/uri = g_file_get_uri (file);/uri = g_file_get_path (file);/' "$file"
}

build_gtk ()
{
  unpack gtk4
  patch_gtk_printing
  patch_gtk_placing
  patch_gtk_choosing
  with_meson gtk4 -Dx11-backend=false -Dwayland-backend=false -Dbroadway-backend=false -Dwin32-backend=true \
    -Dmacos-backend=false -Dmedia-ffmpeg=disabled -Dmedia-gstreamer=disabled -Dprint-cups=disabled \
    -Dvulkan=disabled -Dcloudproviders=disabled -Dsysprof=disabled -Dtracker=disabled -Dcolord=disabled \
    -Dgtk_doc=false -Dman-pages=false -Dintrospection=disabled -Ddemos=false -Dbuild-examples=false \
    -Dbuild-tests=false -Dinstall-tests=false
  glib-compile-schemas "$sysroot/share/glib-2.0/schemas"
}

# The amalgamation in one call, with what the application needs of it: sessions, the hook they build on, full-text search.
build_sqlite ()
{
  unpack sqlite3
  mkdir -p "$sources/sqlite3/_build"
  cd "$sources/sqlite3/_build"
  ../configure --disable-readline --disable-tcl
  make sqlite3.c
  # shellcheck disable=SC2086
  "$host-gcc-posix" $compile_flags -shared -o libsqlite3-0.dll sqlite3.c -Wl,--out-implib,libsqlite3.dll.a \
    '-DSQLITE_API=__declspec(dllexport)' -DSQLITE_THREADSAFE=1 -DSQLITE_ENABLE_COLUMN_METADATA \
    -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK \
    -DSQLITE_ENABLE_MATH_FUNCTIONS -DSQLITE_ENABLE_DBSTAT_VTAB -DSQLITE_SECURE_DELETE -DSQLITE_USE_URI=1 \
    -DSQLITE_MAX_VARIABLE_NUMBER=250000
  cp libsqlite3-0.dll "$sysroot/bin/"
  cp libsqlite3.dll.a "$sysroot/lib/"
  cp sqlite3.h ../src/sqlite3ext.h "$sysroot/include/"
  pkg_config_file sqlite3 "$(cat ../VERSION)" sqlite3
}

# Under mingw, too, files are opened by their wide names: else Vietnamese folders fail.
build_xlsxwriter ()
{
  unpack libxlsxwriter
  sed -i '/^#ifdef __MINGW32__$/,/^#endif$/d' "$sources"/libxlsxwriter/src/{packager,utility}.c
  # It gives a path no more room than that; longer ones begin with \\?\.
  sed -i 's/\b_MAX_PATH\b/32767/' "$sources"/libxlsxwriter/src/{packager,utility}.c
  sed -i '/minizip\/zip.c/,/iowin32.c/s/if(MSVC)/if(WIN32)/' "$sources/libxlsxwriter/CMakeLists.txt"
  with_cmake libxlsxwriter -DBUILD_TESTS=OFF -DBUILD_EXAMPLES=OFF -DUSE_SYSTEM_MINIZIP=OFF \
    -DUSE_DTOA_LIBRARY=ON
}

build_jansson ()
{
  unpack jansson
  with_cmake jansson -DJANSSON_BUILD_DOCS=OFF -DJANSSON_WITHOUT_TESTS=ON -DJANSSON_EXAMPLES=OFF \
    -DJANSSON_BUILD_SHARED_LIBS=ON
}

# Debian's patches ask for the value of XML_DTD, which only its other build gives it.
build_expat ()
{
  unpack expat
  sed -i 's/^#cmakedefine XML_DTD$/#define XML_DTD 1/' "$sources/expat/expat/expat_config.h.cmake"
  with_cmake expat/expat -DEXPAT_BUILD_TOOLS=OFF -DEXPAT_BUILD_EXAMPLES=OFF -DEXPAT_BUILD_TESTS=OFF \
    -DEXPAT_BUILD_DOCS=OFF -DEXPAT_SHARED_LIBS=ON
}

# For archives of 7-Zip. Its programs are not wanted, but come with it.
build_xz ()
{
  unpack xz-utils
  with_cmake xz-utils -DBUILD_SHARED_LIBS=ON -DBUILD_TESTING=OFF
  # It has another name where others do not look for it.
  if [ -e "$sysroot/lib/libliblzma.dll.a" ]; then
    mv "$sysroot/lib/libliblzma.dll.a" "$sysroot/lib/liblzma.dll.a"
  fi
}

# Its CMake files cannot be used for another system: one of their checks runs what it built.
build_libarchive ()
{
  unpack libarchive
  (cd "$sources/libarchive" && build/autogen.sh)
  configure libarchive --with-cng --with-zlib --without-bz2lib --without-libb2 --without-iconv --without-lz4 \
    --without-zstd --with-lzma --without-cng-none --without-mbedtls --without-nettle --without-openssl \
    --without-xml2 --without-expat --disable-bsdtar --disable-bsdcat --disable-bsdcpio --disable-acl \
    --disable-xattr
  make -j "$jobs"
  make install
}

# build_libraries: all of them; each is built again when what it stands on was.
build_libraries ()
{
  library zlib libz-mingw-w64
  library gettext gettext
  library libffi libffi
  library pcre2 pcre2
  library glib glib2.0 zlib gettext libffi pcre2
  library libpng libpng1.6 zlib
  library libjpeg libjpeg-turbo
  library tiff tiff zlib libjpeg
  library fribidi fribidi
  library harfbuzz harfbuzz glib
  library pixman pixman
  library cairo cairo glib libpng pixman
  library pango pango1.0 cairo harfbuzz fribidi
  library pixbuf gdk-pixbuf glib libpng libjpeg tiff
  library graphene graphene glib
  library epoxy libepoxy
  library gtk gtk4 pango pixbuf graphene epoxy
  library sqlite sqlite3
  library xlsxwriter libxlsxwriter zlib
  library expat expat
  library jansson jansson
  library xz xz-utils
  library libarchive libarchive zlib xz
}

# library NAME SOURCE [LIBRARY...]
library ()
{
  step "$1" "build_$1" "$(source_version "$2")" tools "${@:3}"
}
