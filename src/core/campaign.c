/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/campaign.h"

#include "core/distinct.h"
#include "core/evidence.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "core/text/vietnamese.h"
#include "core/text/wording.h"
#include "core/unit.h"

#include <glib/gi18n-lib.h>

static const BvChoice council_bases[] = {
  { "members", N_ ("Of all members") },
  { "present", N_ ("Of those present") },
  { NULL, NULL },
};

#define FIELD(member, name, type, title, ...) BV_FIELD (BvCampaign, member, name, type, title, ##__VA_ARGS__)
#define PERCENT .flags = BV_FIELD_NULLABLE | BV_FIELD_AS_PERCENT
#define LATER .flags = BV_FIELD_LATER
#define LATER_NULL .flags = BV_FIELD_LATER | BV_FIELD_NULLABLE
#define LETTER .flags = BV_FIELD_NULLABLE | BV_FIELD_LONG | BV_FIELD_PATTERN
#define ROOT(target_) .flags = BV_FIELD_ROOT, .target = &target_

static const BvField fields[] = {
  FIELD (key, "key", TEXT, N_ ("Key"), .flags = BV_FIELD_REQUIRED | BV_FIELD_KEY | BV_FIELD_SLUG),
  FIELD (title, "title", TEXT, N_ ("Title"), .flags = BV_FIELD_REQUIRED),
  FIELD (short_name, "short", TEXT, N_ ("Short title")),
  FIELD (plan_number, "plan.number", TEXT, N_ ("Plan number")),
  FIELD (plan_date, "plan.date", DATE, N_ ("Plan date"), .flags = BV_FIELD_NULLABLE),
  FIELD (plan_issuer, "plan.issuer", TEXT, N_ ("Plan issued by")),
  FIELD (plan_subject,
         "plan.subject",
         TEXT,
         N_ ("What the plan is about"),
         .flags = BV_FIELD_LATER | BV_FIELD_LONG),
  FIELD (starts, "starts", DATE, N_ ("Starts on"), .flags = BV_FIELD_REQUIRED | BV_FIELD_NULLABLE),
  FIELD (ends, "ends", DATE, N_ ("Ends on"), .flags = BV_FIELD_REQUIRED | BV_FIELD_NULLABLE),
  FIELD (considered_on,
         "considered_on",
         DATE,
         N_ ("Considered on"),
         .flags = BV_FIELD_NULLABLE | BV_FIELD_RANKS),
  FIELD (award, "award", TEXT, N_ ("Award")),
  FIELD (province, "province", TEXT, N_ ("Province")),
  FIELD (issuer_parent, "issuer.parent", TEXT, N_ ("Parent organ")),
  FIELD (issuer_organ, "issuer.organ", TEXT, N_ ("Issuing organ")),
  FIELD (issuer_place, "issuer.place", TEXT, N_ ("Place of issue")),
  FIELD (issuer_signer_title, "issuer.signer_title", TEXT, N_ ("Signer’s title"), .flags = BV_FIELD_LONG),
  FIELD (issuer_signer, "issuer.signer", TEXT, N_ ("Signer")),
  FIELD (submission_number, "submission.number", TEXT, N_ ("Submission number"), .flags = BV_FIELD_NULLABLE),
  FIELD (submission_date, "submission.date", DATE, N_ ("Submission date"), .flags = BV_FIELD_NULLABLE),
  FIELD (submission_to, "submission.to", TEXT, N_ ("Addressed to"), .flags = BV_FIELD_LONG),
  FIELD (submission_recipients, "submission.recipients", TEXTS, N_ ("Recipients"), .flags = BV_FIELD_LONG),
  FIELD (submission_subject, "submission.subject", TEXT, N_ ("Subject of the submission"), LETTER),
  FIELD (submission_text, "submission.text", TEXT, N_ ("Text of the submission"), LETTER),
  FIELD (report_form, "submission.report_form", TEXT, N_ ("Form of the reports of achievements"), LATER),
  FIELD (legal_bases, "legal_bases", TEXTS, N_ ("Legal bases"), .flags = BV_FIELD_LONG),
  FIELD (council_organ, "council.organ", TEXT, N_ ("Name of the council"), LATER_NULL),
  FIELD (council_parent, "council.parent", TEXT, N_ ("Above the council"), LATER_NULL),
  FIELD (council_voting,
         "council.voting",
         FLAG,
         N_ ("The council votes"),
         .flags = BV_FIELD_LATER | BV_FIELD_RANKS,
         .fallback = TRUE),
  FIELD (council_quorum, "council.quorum", SHARE, N_ ("Quorum"), PERCENT),
  FIELD (council_threshold, "council.threshold", SHARE, N_ ("Votes needed"), PERCENT),
  FIELD (council_of, "council.of", CHOICE, N_ ("Votes counted of"), .choices = council_bases),
  FIELD (written_in_quorum,
         "council.written_in_quorum",
         FLAG,
         N_ ("Opinions in writing count for the quorum"),
         LATER),
  FIELD (unproven_scores_zero,
         "rules.unproven_scores_zero",
         FLAG,
         N_ ("Unproven criteria count zero"),
         .flags = BV_FIELD_RANKS),
  FIELD (award_interval,
         "rules.award_interval",
         INTEGER,
         N_ ("Years between equal awards"),
         LATER_NULL,
         .least = 1,
         .most = 99),
  FIELD (tie_chain,
         "rules.tie_chain",
         CHOICES,
         N_ ("Tie rules"),
         .flags = BV_FIELD_RANKS,
         .choices = bv_tie_steps),
  FIELD (units, "units", CHILDREN, N_ ("Units"), ROOT (bv_unit_entity)),
  FIELD (groups, "groups", CHILDREN, N_ ("Groups"), ROOT (bv_group_entity)),
  FIELD (quotas, "quotas", CHILDREN, N_ ("Quotas"), ROOT (bv_quota_entity)),
  FIELD (nominees, "nominees", CHILDREN, N_ ("Nominees"), ROOT (bv_nominee_entity)),
  FIELD (evidence, "evidence", CHILDREN, N_ ("Evidence"), ROOT (bv_evidence_entity)),
  FIELD (distinct,
         "distinct",
         CHILDREN,
         N_ ("Not the same"),
         .flags = BV_FIELD_ROOT | BV_FIELD_LATER,
         .target = &bv_distinct_entity),
};

const BvEntity bv_campaign_entity = BV_ENTITY ("campaign", "campaigns", N_ ("Campaign"), BvCampaign, fields);

/**
 * bv_campaign_find_date:
 * @campaign: a campaign
 *
 * Returns: the ranking's date where no other one is asked for: the day on which the campaign is considered,
 * else today
 */
gint64
bv_campaign_find_date (const BvCampaign *campaign)
{
  return campaign->considered_on != BV_NONE ? campaign->considered_on : bv_date_today ();
}

/**
 * bv_campaign_short_title:
 * @campaign: a campaign
 *
 * Returns: (transfer none): what it is called where there is little room: its short title, else its title
 */
const char *
bv_campaign_short_title (const BvCampaign *campaign)
{
  return bv_text_is_blank (campaign->short_name) ? campaign->title : campaign->short_name;
}

/* "về phát động Phong trào …", where the plan's own words are not known. */
static char *
write_subject (const BvCampaign *campaign)
{
  g_autofree char *own = bv_text_phrase (campaign->plan_subject);
  g_autofree char *title = bv_text_phrase (campaign->title);

  if (*own != '\0')
    return g_steal_pointer (&own);
  return g_strconcat ("về phát động ", title, NULL);
}

/**
 * bv_campaign_write_plan:
 * @campaign: a campaign
 *
 * As a text names it the first time, with what it is about (trích yếu); what of date and issuer is not known
 * is not said.
 *
 * Returns: (transfer full) (nullable): in Vietnamese, the plan that the campaign carries out, `Kế hoạch số
 * 1078/KH-SNV ngày 21 tháng 6 năm 2021 của Sở Nội vụ về …`; %NULL where its number is not known
 */
char *
bv_campaign_write_plan (const BvCampaign *campaign)
{
  g_autofree char *number = bv_campaign_write_plan_number (campaign);
  g_autofree char *date = bv_wording_date_line (campaign->plan_date);
  g_autofree char *subject = write_subject (campaign);
  gboolean dated = campaign->plan_date != BV_NONE;
  gboolean issued = !bv_text_is_blank (campaign->plan_issuer);
  g_autofree char *plan = NULL;

  if (number == NULL)
    return NULL;
  plan = g_strconcat (number, dated ? " " : "", dated ? date : "", issued ? " của " : "",
                      issued ? campaign->plan_issuer : "", " ", subject, NULL);
  return bv_text_phrase (plan);
}

/**
 * bv_campaign_write_plan_number:
 * @campaign: a campaign
 *
 * Returns: (transfer full) (nullable): the plan as a text names it once it is known, `Kế hoạch số
 * 1078/KH-SNV`; %NULL where its number is not known
 */
char *
bv_campaign_write_plan_number (const BvCampaign *campaign)
{
  g_autofree char *plan = g_strconcat ("Kế hoạch số ", campaign->plan_number, NULL);

  return bv_text_is_blank (campaign->plan_number) ? NULL : bv_text_phrase (plan);
}

/**
 * bv_campaign_name_unit:
 * @campaign: a campaign with its units
 * @code: a unit's code
 *
 * Returns: (transfer full): the unit's name in one line; the code where it is not among them
 */
char *
bv_campaign_name_unit (const BvCampaign *campaign, const char *code)
{
  const BvUnit *unit = bv_record_find (campaign->units, code);

  return unit != NULL ? bv_text_phrase (unit->name) : g_strdup (code);
}

/**
 * bv_campaign_take_key:
 * @campaign: a campaign that is not in a library yet
 *
 * Gives it the key that follows its short title, by which files and the command line name it; it keeps its
 * own where the short title makes none.
 */
void
bv_campaign_take_key (BvCampaign *campaign)
{
  g_autofree char *slug = bv_vietnamese_slug (campaign->short_name);

  if (*slug == '\0')
    return;
  g_free (campaign->key);
  campaign->key = g_steal_pointer (&slug);
}
