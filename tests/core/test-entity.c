/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/distinct.h"
#include "core/entity.h"
#include "core/evidence.h"
#include "core/field-value.h"
#include "core/text/text.h"

#include <string.h>

static const BvEntity *const entities[] = {
  &bv_campaign_entity,
  &bv_unit_entity,
  &bv_group_entity,
  &bv_group_class_entity,
  &bv_criterion_entity,
  &bv_quota_entity,
  &bv_quota_group_entity,
  &bv_quota_cap_entity,
  &bv_quota_after_entity,
  &bv_nominee_entity,
  &bv_person_entity,
  &bv_hold_entity,
  &bv_award_entity,
  &bv_initiative_entity,
  &bv_decision_entity,
  &bv_vote_entity,
  &bv_assessment_entity,
  &bv_report_entity,
  &bv_result_entity,
  &bv_evidence_entity,
  &bv_evidence_link_entity,
  &bv_distinct_entity,
  &bv_distinct_nominee_entity,
  &bv_achievement_report_entity,
};

static void
assert_field (const BvEntity *entity, const BvField *field)
{
  g_test_message ("%s.%s", entity->name, field->name);
  g_assert_true (bv_entity_find_field (entity, field->name) == field);
  g_assert_cmpuint (field->offset, >=, sizeof (BvRecord));
  g_assert_cmpuint (field->offset + sizeof (gpointer), <=, entity->size);
  g_assert_nonnull (field->title);
  g_assert_cmpint (field->least, <=, field->most);
  g_assert_cmpint (field->choices != NULL, ==,
                   field->type == BV_FIELD_CHOICE || field->type == BV_FIELD_CHOICES);
  g_assert_cmpint (field->target != NULL, ==, bv_field_is_child (field) || field->type == BV_FIELD_REFERENCE);
  g_assert_cmpint (bv_field_is_number (field) + bv_field_is_text (field) + bv_field_is_list (field)
                     + bv_field_is_child (field),
                   ==, 1);
}

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      for (guint k = 0; k < entities[i]->n_fields; k++)
        {
          assert_field (entities[i], &entities[i]->fields[k]);
          for (guint l = 0; l < k; l++)
            g_assert_cmpuint (entities[i]->fields[k].offset, !=, entities[i]->fields[l].offset);
        }
    }
}

static void
test_defaults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      g_autoptr (BvRecord) record = bv_record_new (entities[i]);

      g_assert_true (record->entity == entities[i]);
      g_assert_cmpint (record->id, ==, 0);
      for (guint k = 0; k < entities[i]->n_fields; k++)
        g_assert_true (bv_field_is_default (&entities[i]->fields[k], record));
    }
}

/* What a form asks for before it adds a record; spaces are nothing. */
static void
test_missing (void)
{
  static const struct
  {
    const BvEntity *entity;
    const char *missing;
  } cases[] = {
    { &bv_hold_entity, "reason" },     { &bv_award_entity, "form" },   { &bv_initiative_entity, "title" },
    { &bv_decision_entity, "reason" }, { &bv_vote_entity, "members" }, { &bv_person_entity, "name" },
    { &bv_result_entity, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvRecord) record = bv_record_new (cases[i].entity);
      const BvField *missing = bv_record_find_missing (record);

      g_assert_cmpstr (missing != NULL ? missing->name : NULL, ==, cases[i].missing);
      if (missing == NULL)
        continue;
      if (bv_field_is_text (missing))
        {
          bv_field_set_from_string (missing, record, "  ", NULL);
          g_assert_true (bv_record_find_missing (record) == missing);
        }
      g_assert_true (bv_field_set_from_string (missing, record, "7", NULL));
      g_assert_null (bv_record_find_missing (record));
    }
}

static BvCampaign *
make_campaign (void)
{
  BvCampaign *campaign = fixture_campaign_new ("criteria,votes");
  BvNominee *nominee;

  fixture_set (campaign, "legal_bases", "Luật,Nghị định");
  fixture_set (campaign, "submission.number", "12/TTr-SNV");
  fixture_add_unit (campaign, "SYT", NULL);
  fixture_set (g_ptr_array_index (campaign->units, 0), "leads", "5,6");
  fixture_add_group (campaign, "so kind=collective | 1 kind=checklist max=15.00 items=a,b");
  fixture_add_quota (campaign, "tap-the kind=collective groups=so count=5 per_group=so:2");
  nominee = fixture_add_nominee (campaign, "so-y-te group=so unit=SYT women_percent=62");
  bv_record_add_child (nominee, bv_entity_find_field (&bv_nominee_entity, "holds"));
  bv_record_add_child (nominee, bv_entity_find_field (&bv_nominee_entity, "decision"));
  fixture_link_evidence (fixture_add_assessment (nominee, "1 verified=13.13 items=1,2"), "e1");
  fixture_add_evidence (campaign, "e1");
  return campaign;
}

static void
test_copy (void)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();
  g_autoptr (BvCampaign) copy = NULL;

  campaign->record.id = 7;
  copy = bv_record_copy (campaign);
  g_assert_true (bv_record_equal (campaign, copy));
  g_assert_cmpint (copy->record.id, ==, 7);
  g_assert_true (copy->tie_chain != campaign->tie_chain);
  g_assert_null (bv_record_copy (NULL));
}

/* Each of these makes a copy differ from its original. */
static void
change_number (BvCampaign *campaign)
{
  campaign->ends = 20220101;
}

static void
change_text (BvCampaign *campaign)
{
  fixture_set (campaign, "title", "Khác");
}

static void
change_text_to_null (BvCampaign *campaign)
{
  g_clear_pointer (&campaign->submission_number, g_free);
}

static void
change_texts (BvCampaign *campaign)
{
  fixture_set_text (&campaign->legal_bases[1], "Thông tư");
}

static void
change_numbers (BvCampaign *campaign)
{
  g_array_index (campaign->tie_chain, gint64, 1) = BV_TIE_WOMEN;
}

static void
change_length (BvCampaign *campaign)
{
  g_array_set_size (campaign->tie_chain, 1);
}

static void
change_list_to_null (BvCampaign *campaign)
{
  g_clear_pointer (&campaign->tie_chain, g_array_unref);
}

static void
change_children (BvCampaign *campaign)
{
  g_ptr_array_set_size (campaign->evidence, 0);
}

static void
change_grandchild (BvCampaign *campaign)
{
  BvNominee *nominee = g_ptr_array_index (campaign->nominees, 0);
  BvAssessment *assessment = g_ptr_array_index (nominee->assessments, 0);

  g_array_index (assessment->items, gint64, 0) = 2;
}

static void
change_child (BvCampaign *campaign)
{
  BvNominee *nominee = g_ptr_array_index (campaign->nominees, 0);

  g_clear_pointer (&nominee->decision, bv_record_free);
}

static void
test_equal (void)
{
  static void (*const changes[]) (BvCampaign *)
    = { change_number, change_text,         change_text_to_null, change_texts,      change_numbers,
        change_length, change_list_to_null, change_children,     change_grandchild, change_child };
  g_autoptr (BvCampaign) campaign = make_campaign ();

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (BvCampaign) copy = bv_record_copy (campaign);

      changes[i](copy);
      g_assert_false (bv_record_equal (campaign, copy));
      g_assert_false (bv_record_equal (copy, campaign));
    }
  g_assert_false (bv_record_equal (campaign, NULL));
  g_assert_true (bv_record_equal (NULL, NULL));
}

static void
test_clear (void)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();

  for (guint i = 0; i < bv_campaign_entity.n_fields; i++)
    {
      const BvField *field = &bv_campaign_entity.fields[i];

      bv_field_clear (field, campaign);
      g_assert_true (bv_field_is_default (field, campaign));
    }
}

typedef struct
{
  const BvEntity *entity;
  const char *field;
  const char *text;
  const char *written; /* NULL: as @text */
} Value;

static const Value values[] = {
  { &bv_campaign_entity, "title", "Phong trào thi đua", NULL },
  { &bv_campaign_entity, "title", "", NULL },
  { &bv_campaign_entity, "title", " hai\ndòng\tvà \u00a0cột ", "hai dòng và cột" },
  { &bv_campaign_entity, "submission.to", " một nơi \n nơi  hai ", "một nơi\nnơi hai" },
  { &bv_unit_entity, "code", "S  YT", NULL },
  { &bv_nominee_entity, "unit", "S  YT", NULL },
  { &bv_evidence_entity, "file", "KH  45 .pdf", NULL },
  { &bv_campaign_entity, "title", "Đươ\xcc\x80ng", "Đường" },
  { &bv_campaign_entity, "key", "papi-2021", NULL },
  { &bv_campaign_entity, "starts", "2021-06-21", NULL },
  { &bv_campaign_entity, "council.of", "present", NULL },
  { &bv_campaign_entity, "council.quorum", "100%", NULL },
  { &bv_campaign_entity, "council.threshold", ">1/2", NULL },
  { &bv_campaign_entity, "rules.unproven_scores_zero", "true", NULL },
  { &bv_campaign_entity, "rules.unproven_scores_zero", "false", NULL },
  { &bv_person_entity, "born", "1980", NULL },
  { &bv_person_entity, "born", "1980-05-01", NULL },
  { &bv_criterion_entity, "max", "15.00", NULL },
  { &bv_criterion_entity, "threshold", "0.1000", NULL },
  { &bv_criterion_entity, "kind", "pass-fail", NULL },
  { &bv_nominee_entity, "unit", "SYT", NULL },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const BvField *field = bv_entity_find_field (values[i].entity, values[i].field);
      g_autoptr (BvRecord) record = bv_record_new (values[i].entity);
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL;

      g_assert_true (bv_field_set_from_string (field, record, values[i].text, &error));
      g_assert_no_error (error);
      written = bv_field_to_string (field, record);
      g_assert_cmpstr (written, ==, values[i].written != NULL ? values[i].written : values[i].text);
    }
}

static const Value refused[] = {
  { &bv_campaign_entity, "key", "", "it is empty: give it a value" },
  { &bv_campaign_entity, "key", "PAPI", "a key has lower-case ASCII letters, digits and hyphens only" },
  { &bv_campaign_entity, "key", "pa pi", "a key has lower-case ASCII letters, digits and hyphens only" },
  { &bv_campaign_entity, "key", "đợt", "a key has lower-case ASCII letters, digits and hyphens only" },
  { &bv_campaign_entity, "council.of", "all", "“all” is not one of: members, present" },
  { &bv_campaign_entity, "rules.award_interval", "100", "100 is out of range: 1 to 99" },
  { &bv_campaign_entity, "rules.award_interval", "1.0", "“1.0” is not a whole number" },
  { &bv_campaign_entity, "rules.unproven_scores_zero", "yes", "“yes” is neither true nor false" },
  { &bv_unit_entity, "code", "", "it is empty: give it a value" },
  { &bv_unit_entity, "name", " \u00a0", "it is empty: give it a value" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      const BvField *field = bv_entity_find_field (refused[i].entity, refused[i].field);
      g_autoptr (BvRecord) record = bv_record_new (refused[i].entity);
      g_autoptr (GError) error = NULL;

      g_assert_false (bv_field_set_from_string (field, record, refused[i].text, &error));
      g_assert_error (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_VALUE);
      g_assert_cmpstr (error->message, ==, refused[i].written);
      g_assert_true (bv_field_is_default (field, record));
    }
}

static void
test_unfit_text (void)
{
  const BvField *field = bv_entity_find_field (&bv_campaign_entity, "title");
  g_autoptr (BvCampaign) campaign = bv_record_new (&bv_campaign_entity);
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_field_set_from_string (field, campaign, "a\x01", &error));
  g_assert_error (error, BV_TEXT_ERROR, BV_TEXT_ERROR_UNFIT);
  g_assert_true (bv_field_is_default (field, campaign));
}

static void
test_null (void)
{
  g_autoptr (BvCampaign) campaign = bv_record_new (&bv_campaign_entity);

  g_assert_null (bv_field_to_string (bv_entity_find_field (&bv_campaign_entity, "considered_on"), campaign));
  g_assert_null (
    bv_field_to_string (bv_entity_find_field (&bv_campaign_entity, "submission.number"), campaign));
}

static void
test_keys (void)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();

  g_assert_cmpstr (bv_record_key (campaign), ==, "papi-2021");
  g_assert_cmpstr (bv_record_key (g_ptr_array_index (campaign->units, 0)), ==, "SYT");
  g_assert_null (bv_entity_key_field (&bv_vote_entity));
  g_assert_null (bv_entity_find_field (&bv_vote_entity, "fore"));
  g_assert_true (bv_record_find (campaign->units, "SYT") == g_ptr_array_index (campaign->units, 0));
  g_assert_null (bv_record_find (campaign->units, "SYTE"));
  g_assert_null (bv_record_find (campaign->units, NULL));
}

static void
test_one_child (void)
{
  const BvField *field = bv_entity_find_field (&bv_nominee_entity, "person");
  g_autoptr (BvRecord) nominee = bv_record_new (&bv_nominee_entity);
  BvPerson *first = bv_record_add_child (nominee, field);
  BvPerson *second;

  fixture_set (first, "name", "Nguyễn Thị Ánh");
  second = bv_record_add_child (nominee, field);
  g_assert_true (((BvNominee *) (gpointer) nominee)->person == second);
  g_assert_cmpstr (second->name, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entity/every-field-is-declared-soundly", test_tables);
  g_test_add_func ("/entity/a-new-record-has-every-default", test_defaults);
  g_test_add_func ("/entity/what-people-have-to-give-is-missing-until-then", test_missing);
  g_test_add_func ("/entity/a-copy-is-deep-and-equal", test_copy);
  g_test_add_func ("/entity/any-change-makes-records-differ", test_equal);
  g_test_add_func ("/entity/a-cleared-field-is-at-its-default", test_clear);
  g_test_add_func ("/entity/values-are-read-as-they-are-written", test_values);
  g_test_add_func ("/entity/what-is-no-value-is-refused-and-changes-nothing", test_refused);
  g_test_add_func ("/entity/a-text-that-cannot-be-kept-is-refused", test_unfit_text);
  g_test_add_func ("/entity/null-is-written-as-nothing", test_null);
  g_test_add_func ("/entity/records-are-named-by-their-key", test_keys);
  g_test_add_func ("/entity/a-new-only-child-replaces-the-old", test_one_child);
  return g_test_run ();
}
