/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a file that is taken in comes from. */
typedef struct
{
  char
    *place; /* in which archive or mail it was, as people read it: “trả lời.zip › 887/mẫu.xlsx”; NULL: none */
  GStrv folders; /* what it lay in, from the outside: folders, archives and mails without their extension */
  char *sender;  /* of the mail, as that says it; NULL: it came in none */
  char *sent;    /* ISO 8601, in the zone of the sender; NULL: nothing is said */
  guint handed;  /* which of the files and folders that were handed over together it is or was in */
} BvIntakeOrigin;

BvIntakeOrigin *bv_intake_origin_new (guint handed);
BvIntakeOrigin *bv_intake_origin_copy (const BvIntakeOrigin *origin);
void bv_intake_origin_free (BvIntakeOrigin *origin);
void bv_intake_origin_enter (BvIntakeOrigin *origin, const char *folder);
BvIntakeOrigin *
bv_intake_origin_make_inner (const BvIntakeOrigin *origin, const char *container, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvIntakeOrigin, bv_intake_origin_free)

G_END_DECLS
