/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"

#include "core/field-value.h"
#include "core/text/date.h"

#include <stdlib.h>
#include <string.h>

static GArray *
parse_choices (const BvChoice *choices, const char *list, const char *separator)
{
  g_auto (GStrv) names = g_strsplit (list, separator, -1);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; names[i] != NULL; i++)
    {
      gint64 value = bv_choice_parse (choices, names[i]);

      g_assert_cmpint (value, !=, BV_NONE);
      g_array_append_val (values, value);
    }
  return values;
}

static GArray *
parse_numbers (const char *list, gboolean dates)
{
  g_auto (GStrv) texts = g_strsplit (list, ",", -1);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; texts[i] != NULL; i++)
    {
      gint64 value = dates ? bv_date_parse_iso (texts[i], FALSE, NULL) : g_ascii_strtoll (texts[i], NULL, 10);

      g_array_append_val (values, value);
    }
  return values;
}

/* Sets any field but children. */
void
fixture_set (gpointer record, const char *name, const char *value)
{
  const BvField *field = bv_entity_find_field (((BvRecord *) record)->entity, name);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (field);
  if (field->type == BV_FIELD_TEXTS)
    BV_FIELD_STRINGS (record, field) = g_strsplit (value, ",", -1);
  else if (field->type == BV_FIELD_CHOICES)
    BV_FIELD_NUMBERS (record, field) = parse_choices (field->choices, value, ",");
  else if (bv_field_is_list (field))
    BV_FIELD_NUMBERS (record, field) = parse_numbers (value, field->type == BV_FIELD_DATES);
  else
    bv_field_set_from_string (field, record, value, &error);
  g_assert_no_error (error);
}

void
fixture_set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static char *
split_pair (char *word)
{
  char *value = strchr (word, '=');

  g_assert_nonnull (value);
  *value = '\0';
  return value + 1;
}

/* Sets the fields that follow the first word, which names the record. */
static void
set_fields (gpointer record, char **words)
{
  for (guint i = 1; words[i] != NULL; i++)
    {
      char *value = split_pair (words[i]);

      fixture_set (record, words[i], value);
    }
}

BvCampaign *
fixture_campaign_new (const char *tie_chain)
{
  BvCampaign *campaign = bv_record_new (&bv_campaign_entity);

  fixture_set (campaign, "key", "papi-2021");
  fixture_set (campaign, "starts", "2021-06-21");
  fixture_set (campaign, "ends", "2021-12-31");
  if (tie_chain != NULL)
    fixture_set (campaign, "rules.tie_chain", tie_chain);
  return campaign;
}

BvUnit *
fixture_add_unit (BvCampaign *campaign, const char *code, const char *parent)
{
  BvUnit *unit = bv_record_new (&bv_unit_entity);

  fixture_set (unit, "code", code);
  if (parent != NULL)
    fixture_set (unit, "parent", parent);
  g_ptr_array_add (campaign->units, unit);
  return unit;
}

BvCriterion *
fixture_add_criterion (GPtrArray *criteria, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  BvCriterion *criterion = bv_record_new (&bv_criterion_entity);

  fixture_set (criterion, "code", words[0]);
  set_fields (criterion, words);
  g_ptr_array_add (criteria, criterion);
  return criterion;
}

static void
add_classes (BvGroup *group, const char *list)
{
  g_auto (GStrv) classes = g_strsplit (list, ",", -1);

  for (guint i = 0; classes[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (classes[i], ":", 2);
      BvGroupClass *added = bv_record_new (&bv_group_class_entity);

      fixture_set (added, "name", pair[0]);
      fixture_set (added, "from", pair[1]);
      g_ptr_array_add (group->classes, added);
    }
}

/* "so kind=collective classes=A:90.00,B:80.00 | 1 kind=points max=90.00 | 6 kind=points max=10.00" */
BvGroup *
fixture_add_group (BvCampaign *campaign, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, " | ", -1);
  g_auto (GStrv) words = g_strsplit (parts[0], " ", -1);
  BvGroup *group = bv_record_new (&bv_group_entity);

  fixture_set (group, "key", words[0]);
  fixture_set (group, "name", words[0]);
  for (guint i = 1; words[i] != NULL; i++)
    {
      char *value = split_pair (words[i]);

      if (g_str_equal (words[i], "classes"))
        add_classes (group, value);
      else
        fixture_set (group, words[i], value);
    }
  for (guint i = 1; parts[i] != NULL; i++)
    fixture_add_criterion (group->criteria, parts[i]);
  g_ptr_array_add (campaign->groups, group);
  return group;
}

static void
add_quota_groups (BvQuota *quota, const char *list)
{
  g_auto (GStrv) keys = g_strsplit (list, ",", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      BvQuotaGroup *group = bv_record_new (&bv_quota_group_entity);

      fixture_set (group, "group", keys[i]);
      g_ptr_array_add (quota->groups, group);
    }
}

static void
add_quota_caps (BvQuota *quota, const char *list)
{
  g_auto (GStrv) caps = g_strsplit (list, ",", -1);

  for (guint i = 0; caps[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (caps[i], ":", 2);
      BvQuotaCap *cap = bv_record_new (&bv_quota_cap_entity);

      fixture_set (cap, "group", pair[0]);
      fixture_set (cap, "cap", pair[1]);
      g_ptr_array_add (quota->per_group, cap);
    }
}

static void
add_quota_after (BvQuota *quota, const char *list)
{
  g_auto (GStrv) keys = g_strsplit (list, ",", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      BvQuotaAfter *after = bv_record_new (&bv_quota_after_entity);

      fixture_set (after, "after", keys[i]);
      g_ptr_array_add (quota->after, after);
    }
}

/* "tap-the kind=collective groups=so,xa count=5 per_group=xa:2 per_parent=1 after=q1,q2" */
BvQuota *
fixture_add_quota (BvCampaign *campaign, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  BvQuota *quota = bv_record_new (&bv_quota_entity);

  fixture_set (quota, "key", words[0]);
  for (guint i = 1; words[i] != NULL; i++)
    {
      char *value = split_pair (words[i]);

      if (g_str_equal (words[i], "groups"))
        add_quota_groups (quota, value);
      else if (g_str_equal (words[i], "per_group"))
        add_quota_caps (quota, value);
      else if (g_str_equal (words[i], "after"))
        add_quota_after (quota, value);
      else
        fixture_set (quota, words[i], value);
    }
  g_ptr_array_add (campaign->quotas, quota);
  return quota;
}

BvNominee *
fixture_add_nominee (BvCampaign *campaign, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  BvNominee *nominee = bv_record_new (&bv_nominee_entity);

  fixture_set (nominee, "key", words[0]);
  set_fields (nominee, words);
  g_ptr_array_add (campaign->nominees, nominee);
  return nominee;
}

BvAssessment *
fixture_add_assessment (BvNominee *nominee, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  BvAssessment *assessment = bv_record_new (&bv_assessment_entity);

  fixture_set (assessment, "criterion", words[0]);
  set_fields (assessment, words);
  g_ptr_array_add (nominee->assessments, assessment);
  return assessment;
}

BvEvidence *
fixture_add_evidence (BvCampaign *campaign, const char *key)
{
  BvEvidence *evidence = bv_record_new (&bv_evidence_entity);

  fixture_set (evidence, "key", key);
  g_ptr_array_add (campaign->evidence, evidence);
  return evidence;
}

void
fixture_link_evidence (BvAssessment *assessment, const char *key)
{
  BvEvidenceLink *link = bv_record_new (&bv_evidence_link_entity);

  fixture_set (link, "evidence", key);
  g_ptr_array_add (assessment->evidence, link);
}

void
fixture_place_entrants (BvContest *contest, const BvCampaign *campaign)
{
  for (guint i = 0; i < contest->entrants->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (campaign->nominees, i);

      bv_contest_entrant (contest, i)->unit_code = nominee->unit;
    }
}

static gint64
parse_points (const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 points = bv_points_parse (text, &error);

  g_assert_no_error (error);
  return points;
}

static gint64
parse_quantity (const char *text)
{
  return g_str_equal (text, "-") ? BV_NONE : bv_quantity_parse (text, NULL, NULL);
}

/* "2021-09-30,-": one date or none a due date. */
static void
give_reports (BvMark *mark, const BvCriterion *leaf, const char *list, gint64 date)
{
  g_auto (GStrv) days = g_strsplit (list, ",", -1);

  for (guint i = 0; days[i] != NULL; i++)
    bv_mark_add_report (
      mark, leaf, i, g_str_equal (days[i], "-") ? BV_NONE : bv_date_parse_iso (days[i], FALSE, NULL), date);
}

/* "7.6316/7.8650/-/top": baseline, result, target, and whether in the highest group; several with commas. */
static void
give_results (BvContest *contest, BvMark *mark, const char *list)
{
  g_auto (GStrv) entries = g_strsplit (list, ",", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (entries[i], "/", -1);

      bv_contest_add_result (contest, mark, parse_quantity (parts[0]), parse_quantity (parts[1]),
                             parse_quantity (parts[2]), parts[3] != NULL);
    }
}

static void
give_value (BvContest *contest, BvMark *mark, const BvCriterion *leaf, const char *name, const char *value)
{
  if (g_str_equal (name, "verified"))
    mark->verified = bv_mark_pack_points (parse_points (value));
  else if (g_str_equal (name, "final"))
    mark->final = bv_mark_pack_points (parse_points (value));
  else if (g_str_equal (name, "self"))
    mark->self = bv_mark_pack_points (parse_points (value));
  else if (g_str_equal (name, "passed"))
    mark->passed = g_str_equal (value, "true");
  else if (g_str_equal (name, "items"))
    mark->n_items = atoi (value);
  else if (g_str_equal (name, "evidence"))
    mark->n_evidence = atoi (value);
  else if (g_str_equal (name, "explained"))
    mark->explained = TRUE;
  else if (g_str_equal (name, "received"))
    give_reports (mark, leaf, value, contest->date);
  else if (g_str_equal (name, "results"))
    give_results (contest, mark, value);
  else if (g_str_equal (name, "state"))
    mark->state = bv_choice_parse (bv_assessment_states, value);
  else
    g_assert_not_reached ();
}

static BvMark *
find_mark (BvContest *contest, const BvEntrant *entrant, const char *code, const BvCriterion **leaf)
{
  const GPtrArray *leaves = bv_contest_group (contest, entrant->group)->leaves;

  for (guint i = 0; i < leaves->len; i++)
    {
      *leaf = g_ptr_array_index (leaves, i);
      if (g_str_equal ((*leaf)->code, code))
        return bv_contest_mark (contest, entrant->first_mark + i);
    }
  g_assert_not_reached ();
}

/* "6=10.00" is verified; "6:passed=true" any other value. */
static void
give_mark (BvContest *contest, const BvEntrant *entrant, char *word)
{
  char *value = split_pair (word);
  char *name = strchr (word, ':');
  const BvCriterion *leaf = NULL;
  BvMark *mark;

  if (name != NULL)
    *name++ = '\0';
  mark = find_mark (contest, entrant, word, &leaf);
  give_value (contest, mark, leaf, name != NULL ? name : "verified", value);
}

static gboolean
set_flag (BvEntrant *entrant, const char *word)
{
  if (g_str_equal (word, "withdrawn"))
    entrant->withdrawn = TRUE;
  else if (g_str_equal (word, "woman"))
    entrant->woman = TRUE;
  else if (g_str_equal (word, "office"))
    entrant->holds_office = TRUE;
  else
    return FALSE;
  return TRUE;
}

/* "decision=inside" of no quota, "decision:KEY=inside" of one; a "reason=WORD" comes behind it. */
static void
give_decision (BvContest *contest, BvEntrant *entrant, const char *key, const char *value)
{
  g_autofree char *name = *key == ':' ? g_strndup (key + 1, value - key - 2) : NULL;
  const BvQuota *quota = NULL;

  for (guint i = 0; name != NULL && i < contest->campaign->quotas->len; i++)
    if (g_str_equal (((const BvQuota *) g_ptr_array_index (contest->campaign->quotas, i))->key, name))
      quota = g_ptr_array_index (contest->campaign->quotas, i);
  g_assert_true ((name != NULL) == (quota != NULL));
  bv_contest_add_decision (contest, entrant, quota,
                           g_str_equal (value, "inside") ? BV_PLACE_INSIDE : BV_PLACE_OUTSIDE, NULL);
}

static gboolean
set_attribute (BvContest *contest, BvEntrant *entrant, const char *word)
{
  const char *value = strchr (word, '=');

  if (set_flag (entrant, word))
    return TRUE;
  g_assert_nonnull (value);
  value++;
  if (g_str_has_prefix (word, "hold="))
    entrant->holds = bv_contest_keep (contest, value);
  else if (g_str_has_prefix (word, "women="))
    entrant->women_percent = atoi (value);
  else if (g_str_has_prefix (word, "parent="))
    entrant->parent = atoi (value);
  else if (g_str_has_prefix (word, "decision"))
    give_decision (contest, entrant, word + strlen ("decision"), value);
  else if (g_str_has_prefix (word, "reason="))
    ((BvEntrantDecision *) entrant->decisions)->reason = bv_contest_keep (contest, value);
  else if (g_str_has_prefix (word, "votes="))
    {
      entrant->votes_for = atoi (value);
      entrant->votes_members = atoi (strchr (value, '/') + 1);
    }
  else
    return FALSE;
  return TRUE;
}

/* "A so 1=82.00 6=10.00 4:passed=true women=70 office decision=inside votes=9/11 parent=3": name, group, and
 * what is given. */
void
fixture_add_entrant (BvContest *contest, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  BvEntrant *entrant = bv_contest_add (contest, bv_contest_find_group (contest, words[1]));

  entrant->name = bv_contest_keep (contest, words[0]);
  entrant->key = entrant->name;
  for (guint i = 2; words[i] != NULL; i++)
    if (!set_attribute (contest, entrant, words[i]))
      give_mark (contest, entrant, words[i]);
}

/* Several, separated by " | ". */
void
fixture_add_entrants (BvContest *contest, const char *lines)
{
  g_auto (GStrv) parts = g_strsplit (lines, " | ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    fixture_add_entrant (contest, parts[i]);
}
