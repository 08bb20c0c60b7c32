/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much is unpacked of what came from outside. A province has some 200 units, which send some thousand
 * files; what is beyond is no drop of answers. */

#define BV_CONTAINER_MOST_ENTRIES 20000                        /* of a drop, whatever lies in what */
#define BV_CONTAINER_MOST_BYTES (G_GUINT64_CONSTANT (2) << 30) /* of a drop, unpacked */
#define BV_CONTAINER_MOST_RATIO 200                            /* unpacked to packed, of one container */
#define BV_CONTAINER_FREE_BYTES (64 << 20)                     /* so much is unpacked at whatever ratio */
#define BV_CONTAINER_MOST_MAIL (96 << 20)                      /* bytes of a mail, with all that it carries */
#define BV_CONTAINER_MOST_HEADER (1 << 20)                     /* bytes of the header of a mail or a part */
#define BV_CONTAINER_DEEPEST 3                                 /* containers within each other */
#define BV_CONTAINER_DEEPEST_PART 16                           /* parts of a mail within each other */
#define BV_CONTAINER_DEEPEST_FOLDER 32                         /* folders within each other */
#define BV_CONTAINER_MOST_NAME 2048                            /* bytes of a name, with its folders */

G_END_DECLS
