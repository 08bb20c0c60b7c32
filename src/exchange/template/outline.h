/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/template/appointments.h"
#include "store/library.h"

G_BEGIN_DECLS

/* No registry: units are added by hand. */
#define BV_OUTLINE_NO_UNITS "none"

/**
 * BvOutline:
 *
 * A campaign that is about to be made, from a template or from another campaign: all but units, nominees and
 * what came of them.
 */
typedef struct
{
  BvCampaign *campaign;
  BvTemplateText *text;          /* what became of its dates, and who is to assess */
  GPtrArray *units;              /* of BvUnit: of the other campaign; NULL: it is made from a template */
  guint n_left_out;              /* of these, those that are not valid any more; once it was filled */
  BvAppointmentsLeft unassigned; /* once it was filled */
} BvOutline;

BvOutline *bv_outline_read_template (const char *name, gint64 starts, GError **error);
BvOutline *bv_outline_read_shelved (BvLibrary *library, const char *name, gint64 starts, GError **error);
BvOutline *bv_outline_read_named (BvLibrary *library, const char *name, gint64 starts, GError **error);
BvOutline *bv_outline_read_file (const char *path, char **text, GError **error);
BvOutline *bv_outline_copy (const BvCampaign *campaign, gint64 starts, GError **error);
void bv_outline_free (BvOutline *outline);
BvCampaign *
bv_outline_fill (BvOutline *outline, const BvCampaign *campaign, const char *registry, GError **error);
char *bv_outline_name_shelved (const char *key);
gboolean bv_outline_shelve (BvLibrary *library, const BvCampaign *campaign, const char *text, GError **error);
char *bv_outline_write_template (const BvCampaign *campaign, gsize *length);
void bv_outline_take_free_key (BvLibrary *library, BvCampaign *campaign);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvOutline, bv_outline_free)

G_END_DECLS
