/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/legal-act.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The legal bases of a submission change with the law: the built-in table of acts gives those of any day.
 * They are a start, to be edited and compared with the law in force before anybody signs. */

#define BV_LEGAL_BASES_ERROR (bv_legal_bases_error_quark ())
GQuark bv_legal_bases_error_quark (void);

typedef enum
{
  BV_LEGAL_BASES_ERROR_NONE, /* the table does not reach back to that day */
} BvLegalBasesError;

/* The acts of one day. */
typedef struct
{
  gint64 date;
  GPtrArray *table; /* of BvLegalAct: all, in the order in which they are cited */
  GPtrArray *acts;  /* of BvLegalAct, of @table: those that may be cited on @date */
} BvLegalBases;

BvLegalBases *bv_legal_bases_find (gint64 date, GError **error);
void bv_legal_bases_free (BvLegalBases *bases);
char **bv_legal_bases_merge (const BvLegalBases *bases, char **present);
char **bv_legal_bases_list_remarks (char **lines, gint64 date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvLegalBases, bv_legal_bases_free)

G_END_DECLS
