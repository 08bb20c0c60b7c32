/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* How a form was handed out. */
typedef enum
{
  BV_HANDOUT_FILE,
  BV_HANDOUT_MAIL, /* a draft of a mail */
} BvHandoutWay;

/**
 * BvHandout:
 *
 * That a form was handed out to a unit.
 */
typedef struct
{
  char *unit;    /* its code, of that day */
  char *name;    /* its name, of that day */
  gint64 handed; /* seconds since 1970 */
  BvHandoutWay way;
  char *address; /* empty: none was known, or needed */
  char *file;    /* the name of the form, without its folder */
  char *form;    /* its SHA-256 */
} BvHandout;

BvHandout *bv_handout_copy (const BvHandout *handout);
void bv_handout_free (BvHandout *handout);

char *bv_handouts_label (guint n_handouts);
gboolean bv_handouts_record (BvLibrary *library, gint64 campaign, GPtrArray *handouts, GError **error);
GPtrArray *bv_handouts_list (BvLibrary *library, gint64 campaign, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvHandout, bv_handout_free)

G_END_DECLS
