/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"

G_BEGIN_DECLS

/* A due date of a criterion, and what it was in the template or the campaign before. */
typedef struct
{
  char *group;     /* a key */
  char *criterion; /* a code */
  gint64 before;   /* BV_NONE: it was relative to the start */
  gint64 after;
} BvMovedDate;

/* Who is to assess, in the words of a template: a unit's code, or `lead:N`, the unit that leads dimension N.
 */
typedef struct
{
  char *group;     /* a key */
  char *criterion; /* a code; NULL: the group itself */
  char *words;
} BvAppointment;

/* What a template says beside the campaign. */
typedef struct
{
  gint64 starts;           /* of the template itself */
  GPtrArray *moves;        /* of BvMovedDate: those that differ, and relative ones */
  GPtrArray *appointments; /* of BvAppointment */
} BvTemplateText;

BvTemplateText *bv_template_text_new (void);
void bv_template_text_free (BvTemplateText *text);
BvCampaign *
bv_template_text_read (BvTemplateText *text, const char *data, gsize length, gint64 starts, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvTemplateText, bv_template_text_free)

G_END_DECLS
