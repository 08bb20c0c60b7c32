/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* Files that get their names together with an action of the journal: either both is so, or neither. What is
 * meant to happen is on the disk first; the action that records it marks it as done, in its own transaction.
 */

typedef struct
{
  const char *temporary; /* the new file, whole; in a folder of its own, if that is unfinished, too */
  const char *path;      /* the name it is to have */
  const char *kept;      /* the older file of that name, or where it is to be moved; NULL: it is not kept */
} BvIntent;

gboolean bv_intents_begin (BvLibrary *library, const BvIntent *intents, guint n_intents, GError **error);
gboolean bv_intents_mark_done (BvLibrary *library, GError **error);
gboolean bv_intents_settle (BvLibrary *library, GError **error);
gboolean bv_intents_exist (BvLibrary *library, gboolean *exist, GError **error);

G_END_DECLS
