/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check-dates.h"

#include "core/evidence.h"
#include "core/nominee.h"
#include "core/text/date.h"

#include <glib/gi18n-lib.h>

/* Nobody younger is put forward. */
#define LEAST_AGE 16

typedef enum
{
  COMPLAINT_LATE,
  COMPLAINT_YOUNG,
  COMPLAINT_NOT_YET_ISSUED,
} Complaint;

/* Where findings go. */
typedef struct
{
  const char *path; /* what the fields of the record begin with */
  gint64 day;       /* of the ranking */
  GPtrArray *findings;
} Look;

typedef void (*LookFunc) (const Look *look, gconstpointer record);

static void look_at (const Look *look, gconstpointer record);

static void
finding_free (gpointer data)
{
  BvDateFinding *finding = data;

  g_free (finding->field);
  g_free (finding->text);
  g_free (finding);
}

static char *
word (Complaint complaint, const char *date, const char *other)
{
  switch (complaint)
    {
    case COMPLAINT_YOUNG:
      return g_strdup_printf (_ ("%s is less than 16 years before the ranking’s date, %s"), date, other);
    case COMPLAINT_NOT_YET_ISSUED:
      return g_strdup_printf (_ ("issued on %s, after it was received on %s"), date, other);
    case COMPLAINT_LATE:
    default:
      return g_strdup_printf (_ ("%s lies after the ranking’s date, %s"), date, other);
    }
}

static void
add (const Look *look, Complaint complaint, const char *field, gint64 date, gint64 other)
{
  BvDateFinding *finding = g_new (BvDateFinding, 1);
  g_autofree char *shown = bv_date_to_vietnamese (date);
  g_autofree char *shown_other = bv_date_to_vietnamese (other);

  finding->field = g_strconcat (look->path, field, NULL);
  finding->text = word (complaint, shown, shown_other);
  g_ptr_array_add (look->findings, finding);
}

/* A null date is before all others, and a year alone at its beginning. */
static void
look_at_past (const Look *look, const char *field, gint64 date)
{
  if (date > look->day)
    add (look, COMPLAINT_LATE, field, date, look->day);
}

static void
look_at_person (const Look *look, gconstpointer record)
{
  gint64 born = ((const BvPerson *) record)->born;

  if (born == BV_NONE)
    return;
  if (born <= look->day && born + LEAST_AGE * BV_DATE_YEAR > look->day)
    add (look, COMPLAINT_YOUNG, "born", born, look->day);
  look_at_past (look, "born", born);
}

static void
look_at_award (const Look *look, gconstpointer record)
{
  const BvAward *award = record;

  look_at_past (look, "date", award->date);
  if (award->year != BV_NONE)
    look_at_past (look, "year", award->year * BV_DATE_YEAR);
}

static void
look_at_initiative (const Look *look, gconstpointer record)
{
  look_at_past (look, "date", ((const BvInitiative *) record)->date);
}

static void
look_at_evidence (const Look *look, gconstpointer record)
{
  const BvEvidence *piece = record;

  if (piece->received != BV_NONE && piece->issued > piece->received)
    add (look, COMPLAINT_NOT_YET_ISSUED, "issued", piece->issued, piece->received);
}

static void
look_into (const Look *look, const char *path, gconstpointer record)
{
  g_autofree char *whole = g_strconcat (look->path, path, NULL);
  const Look inner = { whole, look->day, look->findings };

  if (record != NULL)
    look_at (&inner, record);
}

static void
look_at_nominee (const Look *look, gconstpointer record)
{
  const BvNominee *nominee = record;

  look_into (look, "person.", nominee->person);
  for (guint i = 0; i < nominee->awards->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("awards[%u].", i);

      look_into (look, path, g_ptr_array_index (nominee->awards, i));
    }
  look_into (look, "initiative.", nominee->initiative);
}

static void
look_at (const Look *look, gconstpointer record)
{
  static const struct
  {
    const BvEntity *entity;
    LookFunc func;
  } looks[] = {
    { &bv_nominee_entity, look_at_nominee },   { &bv_person_entity, look_at_person },
    { &bv_award_entity, look_at_award },       { &bv_initiative_entity, look_at_initiative },
    { &bv_evidence_entity, look_at_evidence },
  };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].entity == ((const BvRecord *) record)->entity)
      looks[i].func (look, record);
}

/**
 * bv_check_dates_of:
 * @record: a record of any entity, perhaps of a form that is not saved yet: a nominee, or a person, an award
 *   or an initiative alone; a piece of evidence
 * @date: the ranking's date, as bv_campaign_find_date() says it
 *
 * Looks for dates that cannot be: a birth, an award or the recognition of an initiative after the ranking's
 * date, a person younger than 16 then, and evidence that came before it was issued.
 *
 * Returns: (transfer full) (element-type BvDateFinding): what is to be warned of, in the order of the fields;
 * empty where there is nothing
 */
GPtrArray *
bv_check_dates_of (gconstpointer record, gint64 date)
{
  const Look look = { "", date, g_ptr_array_new_with_free_func (finding_free) };

  look_at (&look, record);
  return look.findings;
}

/**
 * bv_check_dates:
 * @campaign: a campaign; what belongs to it is not looked at
 * @record: a record of it, of any entity
 * @path: what a warning begins with, before the name of the field: `nominees[3].`, or nothing
 * @warnings: (element-type utf8): receives warnings in the user's language
 *
 * Words what bv_check_dates_of() finds on the campaign's date.
 */
void
bv_check_dates (const BvCampaign *campaign, gconstpointer record, const char *path, GPtrArray *warnings)
{
  g_autoptr (GPtrArray) findings = bv_check_dates_of (record, bv_campaign_find_date (campaign));

  for (guint i = 0; i < findings->len; i++)
    {
      const BvDateFinding *finding = g_ptr_array_index (findings, i);

      g_ptr_array_add (warnings, g_strdup_printf ("%s%s: %s", path, finding->field, finding->text));
    }
}
