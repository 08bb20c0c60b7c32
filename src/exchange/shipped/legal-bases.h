/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The legal bases of a submission change with the law: the built-in lists are dated. They are a start, to be
 * edited and compared with the law in force before anybody signs. */

#define BV_LEGAL_BASES_ERROR (bv_legal_bases_error_quark ())
GQuark bv_legal_bases_error_quark (void);

typedef enum
{
  BV_LEGAL_BASES_ERROR_NONE, /* no list is valid on that day */
} BvLegalBasesError;

/* One built-in list. Its lines have neither "Căn cứ" before them nor a mark behind. */
typedef struct
{
  char *title;
  char *status;      /* what is to be thought of it, Vietnamese */
  gint64 valid_from; /* the first day */
  gint64 valid_to;   /* the last day; BV_NONE: still valid */
  char **lines;
} BvLegalBases;

BvLegalBases *bv_legal_bases_find (gint64 date, GError **error);
void bv_legal_bases_free (BvLegalBases *bases);
char **bv_legal_bases_merge (const BvLegalBases *bases, char **present);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvLegalBases, bv_legal_bases_free)

G_END_DECLS
