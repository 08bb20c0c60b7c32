/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much of a file that came from outside is read. What is beyond is no list of an office. */

#define BV_SOURCE_MOST_BYTES (G_GUINT64_CONSTANT (512) << 20) /* of all its parts, unpacked */
#define BV_SOURCE_MOST_PLAIN (64 << 20)                       /* bytes of a file that is no package */
#define BV_SOURCE_MOST_TABLES 256
#define BV_SOURCE_MOST_ROWS 1048576
#define BV_SOURCE_MOST_COLUMNS 16384
#define BV_SOURCE_MOST_CELLS 20000000    /* of a table that have something in them */
#define BV_SOURCE_MOST_KEPT 2000000      /* of them where a table is kept whole, as in a text */
#define BV_SOURCE_MOST_TEXT (1 << 20)    /* bytes of a cell */
#define BV_SOURCE_MOST_TEXTS (128 << 20) /* bytes of all texts that a table names by their number */
#define BV_SOURCE_MOST_RANGES 100000
#define BV_SOURCE_MOST_STYLES 65536
#define BV_SOURCE_DEEPEST 256 /* elements within each other */

G_END_DECLS
