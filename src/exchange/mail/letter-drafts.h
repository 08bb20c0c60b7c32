/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mail/unit-letters.h"
#include "store/library.h"
#include "store/progress.h"

G_BEGIN_DECLS

/* How letters are wanted. */
typedef struct
{
  gint64 campaign;          /* a campaign's row */
  gint64 date;              /* the ranking's, on which it is looked what is missing */
  const char *folder;       /* is made where it is not there; not in the library's folder */
  const char *unit;         /* the code of the only unit that is written to; NULL: all */
  const char *const *among; /* the codes of the units of which those are that are written to,
                               %NULL-terminated; NULL: all */
  gint64 until;             /* the day before which an answer is asked for; BV_NONE: left open */
  gboolean with_list;       /* each has its list of what is missing attached, as PDF */
  gboolean replace;         /* takes the place of files of the same names */
  const char *const *files; /* what else is attached to each, %NULL-terminated; NULL: nothing */
} BvLetterDraftsRequest;

/**
 * BvLetterDrafts:
 *
 * Letters to units, each a mail draft that is written but has no name in its folder yet.
 */
typedef struct
{
  gint64 campaign;
  char *folder;  /* as people write it */
  char *reached; /* as the system is asked for it */
  gboolean replace;
  GPtrArray *letters; /* of BvLetter */
  char *staging;      /* in @folder: where the drafts wait; NULL: there are none */
  gboolean made_folder;
  gboolean is_handed_over; /* the library answers for what waits */
  gboolean is_placed;      /* the drafts have their names */
} BvLetterDrafts;

BvLetterDrafts *bv_letter_drafts_new (BvLibrary *library,
                                      const BvLetterDraftsRequest *request,
                                      const BvProgress *progress,
                                      GError **error);
gboolean bv_letter_drafts_publish (BvLetterDrafts *mailing, BvLibrary *library, GError **error);
void bv_letter_drafts_free (BvLetterDrafts *mailing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvLetterDrafts, bv_letter_drafts_free)

G_END_DECLS
