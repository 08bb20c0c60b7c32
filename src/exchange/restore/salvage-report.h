/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/backup/backup-facts.h"

G_BEGIN_DECLS

typedef enum
{
  BV_SALVAGE_CAMPAIGN,
  BV_SALVAGE_SEALING,  /* that a proposal was sealed */
  BV_SALVAGE_LETTER,   /* that a letter was written */
  BV_SALVAGE_SEALED,   /* what was sealed; that it was is taken over */
  BV_SALVAGE_TEMPLATE, /* that somebody made in the library */
  BV_SALVAGE_INBOX,    /* that a form was handed out, or an answer received */
} BvSalvageKind;

/* What could not be taken over. */
typedef struct
{
  BvSalvageKind kind;
  char *key;   /* of the campaign; NULL: it cannot be read, or is of none */
  char *title; /* of the campaign, and what it is of that; of a template its own */
  char *reason;
} BvSalvageLoss;

/**
 * BvSalvage:
 *
 * What was taken over of a damaged library.
 */
typedef struct
{
  char *source; /* the database that was taken apart */
  char *folder; /* of the new library */
  char *aside;  /* where the library is now that was there; NULL: none was */
  BvBackupFacts *taken;
  GPtrArray *left;   /* of BvSalvageLoss */
  guint n_sealings;  /* on record */
  guint n_sealed;    /* of them, those whose proposal can be written again */
  guint n_letters;   /* on record */
  guint n_templates; /* that somebody made in the library */
  guint n_handouts;  /* on record */
  guint n_receipts;  /* on record */
  guint n_files;     /* of evidence, whose content is right */
  guint n_absent;    /* that are not there */
  char **notes;      /* what should be known, a line each */
} BvSalvage;

BvSalvage *bv_salvage_report_new (void);
void bv_salvage_report_leave (BvSalvage *salvage,
                              BvSalvageKind kind,
                              const char *key,
                              const char *title,
                              const char *reason);
gboolean
bv_salvage_report_compare (const BvSalvage *salvage, const char *read, const char *found, GError **error);
char *bv_salvage_report_write_time (gint64 time);
const char *bv_salvage_report_name_kind (BvSalvageKind kind);
char *bv_salvage_report_describe (const BvSalvage *salvage);
void bv_salvage_report_free (BvSalvage *salvage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSalvage, bv_salvage_report_free)

G_END_DECLS
