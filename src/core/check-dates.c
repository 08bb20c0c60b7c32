/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check-dates.h"

#include "core/evidence.h"
#include "core/nominee.h"
#include "core/text/date.h"

#include <glib/gi18n-lib.h>

/* Nobody younger is put forward. */
#define LEAST_AGE 16

#define YEARS(n) ((n) *G_GINT64_CONSTANT (10000))

typedef enum
{
  COMPLAINT_LATE,
  COMPLAINT_YOUNG,
  COMPLAINT_NOT_YET_ISSUED,
} Complaint;

/* Where warnings go. */
typedef struct
{
  const char *path; /* what those of a record begin with */
  gint64 day;       /* of the ranking */
  GPtrArray *warnings;
} Look;

static char *
word (Complaint complaint, const char *path, const char *date, const char *other)
{
  switch (complaint)
    {
    case COMPLAINT_YOUNG:
      return g_strdup_printf (_ ("%s: %s is less than 16 years before the ranking’s date, %s"), path, date,
                              other);
    case COMPLAINT_NOT_YET_ISSUED:
      return g_strdup_printf (_ ("%s: issued on %s, after it was received on %s"), path, date, other);
    case COMPLAINT_LATE:
    default:
      return g_strdup_printf (_ ("%s: %s lies after the ranking’s date, %s"), path, date, other);
    }
}

static void
warn (const Look *look, Complaint complaint, const char *field, gint64 date, gint64 other)
{
  g_autofree char *path = g_strconcat (look->path, field, NULL);
  g_autofree char *shown = bv_date_to_vietnamese (date);
  g_autofree char *shown_other = bv_date_to_vietnamese (other);

  g_ptr_array_add (look->warnings, word (complaint, path, shown, shown_other));
}

/* A null date is before all others, and a year alone at its beginning. */
static void
look_at_past (const Look *look, const char *field, gint64 date)
{
  if (date > look->day)
    warn (look, COMPLAINT_LATE, field, date, look->day);
}

static void
look_at_birth (const Look *look, const BvPerson *person)
{
  if (person == NULL || person->born == BV_NONE)
    return;
  if (person->born <= look->day && person->born + YEARS (LEAST_AGE) > look->day)
    warn (look, COMPLAINT_YOUNG, "person.born", person->born, look->day);
  look_at_past (look, "person.born", person->born);
}

static void
look_at_nominee (const Look *look, const BvNominee *nominee)
{
  look_at_birth (look, nominee->person);
  for (guint i = 0; i < nominee->awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (nominee->awards, i);
      g_autofree char *date = g_strdup_printf ("awards[%u].date", i);
      g_autofree char *year = g_strdup_printf ("awards[%u].year", i);

      look_at_past (look, date, award->date);
      if (award->year != BV_NONE)
        look_at_past (look, year, YEARS (award->year));
    }
  if (nominee->initiative != NULL)
    look_at_past (look, "initiative.date", nominee->initiative->date);
}

static void
look_at_evidence (const Look *look, const BvEvidence *piece)
{
  if (piece->received != BV_NONE && piece->issued > piece->received)
    warn (look, COMPLAINT_NOT_YET_ISSUED, "issued", piece->issued, piece->received);
}

/**
 * bv_check_dates:
 * @campaign: a campaign; what belongs to it is not looked at
 * @record: a record of it, of any entity
 * @path: what a warning begins with, before the name of the field: `nominees[3].`, or nothing
 * @warnings: (element-type utf8): receives warnings in the user's language
 *
 * Looks for dates that cannot be: a birth, an award or the recognition of an initiative after the ranking's
 * date, a person younger than 16 then, and evidence that came before it was issued. The ranking's date is
 * that on which the campaign is considered, or else its last day.
 */
void
bv_check_dates (const BvCampaign *campaign, gconstpointer record, const char *path, GPtrArray *warnings)
{
  const BvEntity *entity = ((const BvRecord *) record)->entity;
  const Look look
    = { path, campaign->considered_on != BV_NONE ? campaign->considered_on : campaign->ends, warnings };

  if (entity == &bv_nominee_entity)
    look_at_nominee (&look, record);
  else if (entity == &bv_evidence_entity)
    look_at_evidence (&look, record);
}
