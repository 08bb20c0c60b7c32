/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An act of law that a submission may be based on. Laws, decrees and circulars are in force for a time; what
 * a province has decided itself is nobody's to know here, and stands with gaps to be filled in. */

typedef enum
{
  BV_LEGAL_ACT_FOUND,
  BV_LEGAL_ACT_UNCOMPARED, /* read in a register or an article, not in the act itself */
  BV_LEGAL_ACT_OWN,        /* the province's own: no days, and gaps in its text */
  BV_N_LEGAL_ACT_STATES,
} BvLegalActState;

/* Another wording than that of the act. */
typedef struct
{
  gint64 from; /* from which day the act is cited so; BV_NONE: it was once, and is only recognised */
  char *text;
} BvLegalWording;

/* Texts have neither "Căn cứ" before them nor a mark behind. */
typedef struct
{
  BvLegalActState state;
  char *name;        /* what it is called in short; of the province's own: what it enacts */
  gint64 valid_from; /* the first day; BV_NONE: not known */
  gint64 valid_to;   /* the last day; BV_NONE: not known to end */
  char *text;
  GPtrArray *wordings; /* of BvLegalWording, the later ones behind */
} BvLegalAct;

BvLegalAct *bv_legal_act_new (void);
void bv_legal_act_free (BvLegalAct *act);
void bv_legal_act_add_wording (BvLegalAct *act, gint64 from, const char *text);

const char *bv_legal_act_state_name (BvLegalActState state);
gboolean bv_legal_act_is_in_force (const BvLegalAct *act, gint64 date);
gboolean bv_legal_act_ends_soon (const BvLegalAct *act, gint64 date);
const char *bv_legal_act_cite (const BvLegalAct *act, gint64 date);
gboolean bv_legal_act_has_wording (const BvLegalAct *act, const char *line);
gboolean bv_legal_act_is_cited_by (const BvLegalAct *act, const char *line);
char *bv_legal_act_describe (const BvLegalAct *act, const char *line, gint64 date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvLegalAct, bv_legal_act_free)

G_END_DECLS
