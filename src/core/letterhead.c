/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/letterhead.h"

#include "core/text/text.h"
#include "core/text/wording.h"
#include "core/unit.h"

#include <string.h>

/* Letters of Vietnamese take as many bytes in either case. */
static gboolean
is_same_name (const char *folded, const char *name)
{
  g_autofree char *other = NULL;

  if (name == NULL || strlen (name) != strlen (folded))
    return FALSE;
  other = g_utf8_casefold (name, -1);
  return g_str_equal (folded, other);
}

/**
 * bv_letterhead_organ:
 * @campaign: a campaign with its units
 *
 * The head of a document names the organ in capitals, "SỞ NỘI VỤ"; a sentence wants "Sở Nội vụ": as the plan
 * or the registry writes it.
 *
 * Returns: (transfer none): the issuing organ as a sentence names it; empty where there is none
 */
const char *
bv_letterhead_organ (const BvCampaign *campaign)
{
  g_autofree char *folded = NULL;

  if (bv_text_is_blank (campaign->issuer_organ))
    return "";
  folded = g_utf8_casefold (campaign->issuer_organ, -1);
  if (is_same_name (folded, campaign->plan_issuer))
    return campaign->plan_issuer;
  for (guint i = 0; i < campaign->units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (campaign->units, i);

      if (is_same_name (folded, unit->name))
        return unit->name;
    }
  return campaign->issuer_organ;
}

/**
 * bv_letterhead_is_issuer:
 * @campaign: a campaign
 * @unit: the name of a unit
 *
 * Returns: whether the unit is the office itself: its name is that of the issuing organ, in capitals or not
 */
gboolean
bv_letterhead_is_issuer (const BvCampaign *campaign, const char *unit)
{
  g_autofree char *folded = NULL;

  if (bv_text_is_blank (campaign->issuer_organ))
    return FALSE;
  folded = g_utf8_casefold (campaign->issuer_organ, -1);
  return is_same_name (folded, unit);
}

/* "-SNV" of the plan's "1078/KH-SNV": the organ signs its submissions with the same letters. Those of the
 * Party, "12-KH/TU", are built otherwise. */
static const char *
find_organ_letters (const BvCampaign *campaign)
{
  const char *letters = NULL;

  if (campaign->plan_number != NULL && bv_letterhead_organ (campaign) == campaign->plan_issuer)
    letters = strrchr (campaign->plan_number, '/');
  if (letters != NULL)
    letters = strchr (letters, '-');
  return letters != NULL ? letters : "";
}

/* "05/TTr-SNV" of "5/TTr-SNV" or of "5". */
static char *
write_number (const BvCampaign *campaign)
{
  const char *given = campaign->submission_number;
  gsize n_digits;
  g_autofree char *letters = g_strconcat ("/TTr", find_organ_letters (campaign), NULL);

  if (bv_text_is_blank (given))
    return g_strconcat ("…", letters, NULL);
  n_digits = strspn (given, "0123456789");
  return g_strconcat (n_digits == 1 ? "0" : "", given, given[n_digits] == '\0' ? letters : "", NULL);
}

/**
 * bv_letterhead_number:
 * @campaign: a campaign
 *
 * Returns: (transfer full): `Số: 05/TTr-SNV`, under ten with a leading zero (NĐ 30/2020/NĐ-CP, Annex I,
 * II.3c); a number that is not given yet is an ellipsis, to be filled in by hand
 */
char *
bv_letterhead_number (const BvCampaign *campaign)
{
  g_autofree char *number = write_number (campaign);

  return g_strconcat ("Số: ", number, NULL);
}

/**
 * bv_letterhead_open_number:
 * @campaign: a campaign
 * @kind: the letters of the kind of document, `BC` of a report
 *
 * Returns: (transfer full): `Số: …/BC-SNV`, of what goes with the submission and gets a number of its own, to
 * be filled in by hand
 */
char *
bv_letterhead_open_number (const BvCampaign *campaign, const char *kind)
{
  return g_strconcat ("Số: …/", kind, find_organ_letters (campaign), NULL);
}

static char *
write_place_and_date (const BvCampaign *campaign, gint64 date)
{
  g_autofree char *place = bv_text_phrase (campaign->issuer_place);
  g_autofree char *line = bv_wording_date_line (date);

  return g_strdup_printf ("%s, %s", bv_text_is_blank (place) ? "…" : place, line);
}

/**
 * bv_letterhead_place_and_date:
 * @campaign: a campaign
 *
 * Returns: (transfer full): `An Giang, ngày 05 tháng 01 năm 2022`, of the submission; what is not known is an
 * ellipsis
 */
char *
bv_letterhead_place_and_date (const BvCampaign *campaign)
{
  return write_place_and_date (campaign, campaign->submission_date);
}

/**
 * bv_letterhead_place_and_open_date:
 * @campaign: a campaign
 *
 * Returns: (transfer full): the same for a form that does not go with the submission: its date is filled in
 * by hand
 */
char *
bv_letterhead_place_and_open_date (const BvCampaign *campaign)
{
  return write_place_and_date (campaign, BV_NONE);
}

/**
 * bv_letterhead_cite:
 * @campaign: a campaign with its units
 *
 * Returns: (transfer full): `Tờ trình số 05/TTr-SNV ngày 05 tháng 01 năm 2022 của Sở Nội vụ`, how other
 * documents name the submission; number and date that are not known yet are ellipses
 */
char *
bv_letterhead_cite (const BvCampaign *campaign)
{
  g_autofree char *organ = bv_text_phrase (bv_letterhead_organ (campaign));
  g_autofree char *number = write_number (campaign);
  g_autofree char *date = bv_wording_date_line (campaign->submission_date);

  return g_strdup_printf ("Tờ trình số %s %s%s%s", number, date, *organ != '\0' ? " của " : "", organ);
}

/**
 * bv_letterhead_attached_to:
 * @campaign: a campaign with its units
 *
 * Returns: (transfer full): the line under an annex's name that says which submission it belongs to (NĐ
 * 30/2020/NĐ-CP, Annex I, III.1c); number and date that are not known yet are ellipses
 */
char *
bv_letterhead_attached_to (const BvCampaign *campaign)
{
  g_autofree char *submission = bv_letterhead_cite (campaign);

  return g_strdup_printf ("(Kèm theo %s)", submission);
}

/**
 * bv_letterhead_list_addressees:
 * @campaign: a campaign
 *
 * Returns: (transfer full): who the submission is addressed to, without a dash before or a mark behind
 */
char **
bv_letterhead_list_addressees (const BvCampaign *campaign)
{
  g_auto (GStrv) lines
    = g_strsplit (campaign->submission_to != NULL ? campaign->submission_to : "", "\n", -1);

  return bv_text_list_items (lines);
}

static gboolean
is_as_above (const char *recipient)
{
  g_autofree char *folded = g_utf8_casefold (recipient, -1);
  g_autofree char *words = g_utf8_casefold ("Như trên", -1);

  return g_str_equal (folded, words);
}

static char **
list_recipients (const BvCampaign *campaign, BvLetterheadAddress address)
{
  g_auto (GStrv) recipients = bv_text_list_items (campaign->submission_recipients);
  g_auto (GStrv) addressees = bv_letterhead_list_addressees (campaign);
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (guint i = 0; recipients[i] != NULL; i++)
    if (address == BV_LETTERHEAD_UNADDRESSED && is_as_above (recipients[i]))
      g_strv_builder_addv (list, (const char **) addressees);
    else
      g_strv_builder_add (list, recipients[i]);
  return g_strv_builder_end (list);
}

/**
 * bv_letterhead_recipients:
 * @campaign: a campaign
 * @address: whether the document says to whom it is addressed
 *
 * Returns: (transfer full): the lines under #BV_LETTERHEAD_RECIPIENTS, where a document without address has
 * the addressees instead of "Như trên"; each ends with a semicolon and the
 * last with a full stop, whatever marks they were written with (NĐ 30/2020/NĐ-CP, Annex I, II.9); empty where
 * there is none
 */
char *
bv_letterhead_recipients (const BvCampaign *campaign, BvLetterheadAddress address)
{
  g_auto (GStrv) recipients = list_recipients (campaign, address);
  GString *text = g_string_new (NULL);

  for (guint i = 0; recipients[i] != NULL; i++)
    g_string_append_printf (text, "%s- %s%s", i > 0 ? "\n" : "", recipients[i],
                            recipients[i + 1] != NULL ? ";" : ".");
  return g_string_free (text, FALSE);
}
