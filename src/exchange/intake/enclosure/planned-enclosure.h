/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/match/proof-match.h"
#include "exchange/intake/planned-file.h"

G_BEGIN_DECLS

/* What is to become of a file that has no tables of a form. */
typedef enum
{
  BV_ENCLOSURE_NEW,      /* it becomes evidence */
  BV_ENCLOSURE_SAME,     /* it is evidence already */
  BV_ENCLOSURE_ASKED,    /* what it proves is not certain */
  BV_ENCLOSURE_UNKNOWN,  /* nothing says what it proves */
  BV_ENCLOSURE_REFUSED,  /* it may not be evidence */
  BV_ENCLOSURE_LEFT_OUT, /* somebody says so */
  BV_N_ENCLOSURE_STATES,
} BvEnclosureState;

/* An assessment that a file proves, or may. */
typedef struct
{
  char *nominee;                     /* a key */
  char *criterion;                   /* a code; NULL: which is not known */
  const BvPlannedDocument *document; /* as which a form names it; NULL: none does */
  gboolean is_here;                  /* it does so already */
} BvPlannedLink;

/* A file that may be evidence. */
typedef struct
{
  char *path;
  BvIntakeOrigin *origin;
  char *name; /* the file's own */
  char *sha256;
  gint64 bytes;
  BvEnclosureState state;
  BvProofReason reason;
  GPtrArray *links; /* of BvPlannedLink: all of them where it is new or the same, else candidates */
  GError *refusal;  /* NULL: it is not refused */
  const BvIntakeQuestion *question; /* what is asked of it; the plan's; NULL: nothing */
} BvPlannedEnclosure;

BvPlannedEnclosure *bv_planned_enclosure_new (const char *path, const BvIntakeOrigin *origin);
void bv_planned_enclosure_free (gpointer data);
GPtrArray *bv_planned_enclosure_steal_links (BvPlannedEnclosure *enclosure);
BvPlannedLink *bv_planned_enclosure_add_link (BvPlannedEnclosure *enclosure,
                                              const char *nominee,
                                              const char *criterion,
                                              const BvPlannedDocument *document);
const char *bv_planned_enclosure_get_folder (const BvPlannedEnclosure *enclosure);
char *bv_planned_enclosure_write_place (const BvPlannedEnclosure *enclosure);
const char *bv_planned_enclosure_get_reason (const BvPlannedEnclosure *enclosure);
char *bv_planned_enclosure_describe (const BvPlannedEnclosure *enclosure);
const BvPlannedEnclosure *
bv_planned_enclosure_find (const BvImportPlan *plan, const BvPlannedDocument *document);
guint bv_planned_enclosure_count (const BvImportPlan *plan, BvEnclosureState state);
const char *bv_enclosure_state_get_name (BvEnclosureState state);

G_END_DECLS
