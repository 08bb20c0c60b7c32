/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/field-value.h"
#include "core/tree/criterion-change.h"

/* A criterion before and after, an answer to it, and what becomes of that; each as text. */
typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *answer;
  BvFate fate;
  const char *left;
} Case;

#define CHECKLIST "kind=checklist max=10.00 items="
#define REPORTS "kind=reports max=10.00 due="

static const Case cases[] = {
  { "a-higher-maximum-keeps-all", "kind=points max=10.00", "kind=points max=12.00", "verified=10.00",
    BV_FATE_KEPT, "verified=10.00" },
  { "points-above-the-maximum", "kind=points max=10.00", "kind=points max=8.00",
    "self=9.00 verified=7.00 final=8.50", BV_FATE_CUT, "self=8.00 verified=7.00 final=8.00" },
  { "points-at-the-maximum", "kind=points max=10.00", "kind=points max=8.00", "verified=8.00", BV_FATE_KEPT,
    "verified=8.00" },
  { "ticks-follow-their-items", CHECKLIST "a,b,c", CHECKLIST "c,a,b", "items=1,3", BV_FATE_FOLLOWED,
    "items=1,2" },
  { "ticks-of-an-item-that-goes", CHECKLIST "a,b,c", CHECKLIST "a,c", "items=2,3",
    BV_FATE_LOST | BV_FATE_FOLLOWED, "items=2" },
  { "an-item-that-nobody-ticked", CHECKLIST "a,b,c", CHECKLIST "a,c", "items=1", BV_FATE_KEPT, "items=1" },
  { "an-item-in-other-words", CHECKLIST "a,b", CHECKLIST "a,B,c", "items=2", BV_FATE_KEPT, "items=2" },
  { "an-item-more", CHECKLIST "a", CHECKLIST "new,a", "items=1", BV_FATE_FOLLOWED, "items=2" },
  { "reports-follow-their-dates", REPORTS "2021-03-01,2021-06-01", REPORTS "2021-01-01,2021-03-01,2021-06-01",
    "received=2021-02-20,-", BV_FATE_FOLLOWED, "received=-,2021-02-20,-" },
  { "a-date-that-moves", REPORTS "2021-03-01", REPORTS "2021-03-05", "received=2021-02-20", BV_FATE_KEPT,
    "received=2021-02-20" },
  { "a-report-of-a-date-that-goes", REPORTS "2021-03-01,2021-06-01", REPORTS "2021-06-01",
    "received=2021-02-20,-", BV_FATE_LOST | BV_FATE_FOLLOWED, "received=-" },
  { "a-date-for-which-nothing-came", REPORTS "2021-03-01,2021-06-01", REPORTS "2021-06-01",
    "received=-,2021-05-20", BV_FATE_FOLLOWED, "received=2021-05-20" },
  { "another-kind-loses-its-ticks", CHECKLIST "a,b", "kind=points max=10.00", "items=1 verified=5.00",
    BV_FATE_LOST, "verified=5.00" },
  { "another-kind-keeps-points", CHECKLIST "a,b", "kind=points max=10.00", "verified=5.00", BV_FATE_KEPT,
    "verified=5.00" },
  { "another-kind-loses-the-judgement", "kind=pass-fail max=10.00", "kind=points max=10.00", "passed=true",
    BV_FATE_LOST, "" },
  { "points-to-bonus-keeps-all", "kind=points max=10.00", "kind=bonus max=10.00", "verified=5.00",
    BV_FATE_KEPT, "verified=5.00" },
};

static void
set_numbers (GArray **list, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  *list = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 number = 0;

      for (const char *digit = words[i]; *digit != '\0'; digit++)
        number = *digit != '-' ? number * 10 + (*digit - '0') : number;
      g_array_append_val (*list, number);
    }
}

static void
set_received (BvAssessment *assessment, const char *text)
{
  g_autoptr (GArray) days = NULL;

  set_numbers (&days, text);
  for (guint i = 0; i < days->len; i++)
    {
      BvReport *report
        = bv_record_add_child (assessment, bv_entity_find_field (&bv_assessment_entity, "received"));
      gint64 day = g_array_index (days, gint64, i);

      report->received = day != 0 ? day : BV_NONE;
    }
}

static void
set_value (gpointer record, const char *name, const char *value)
{
  const BvRecord *self = record;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (name, "items") && self->entity == &bv_assessment_entity)
    set_numbers (&((BvAssessment *) record)->items, value);
  else if (g_str_equal (name, "received"))
    set_received (record, value);
  else if (g_str_equal (name, "due"))
    {
      g_clear_pointer (&((BvCriterion *) record)->due, g_array_unref);
      set_numbers (&((BvCriterion *) record)->due, value);
    }
  else if (g_str_equal (name, "items"))
    ((BvCriterion *) record)->items = g_strsplit (value, ",", -1);
  else
    bv_field_set_from_string (bv_entity_find_field (self->entity, name), record, value, &error);
  g_assert_no_error (error);
}

static gpointer
read_record (const BvEntity *entity, const char *text)
{
  gpointer record = bv_record_new (entity);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);

      set_value (record, parts[0], parts[1]);
    }
  return record;
}

static void
check_change (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (BvRecord) before = read_record (&bv_criterion_entity, self->before);
  g_autoptr (BvRecord) after = read_record (&bv_criterion_entity, self->after);
  g_autoptr (BvRecord) answer = read_record (&bv_assessment_entity, self->answer);
  g_autoptr (BvRecord) left = read_record (&bv_assessment_entity, self->left);
  g_autoptr (BvCriterionChange) change
    = bv_criterion_change_new ((const BvCriterion *) before, (const BvCriterion *) after);

  g_assert_false (bv_criterion_change_takes_all (change));
  g_assert_true (self->fate == BV_FATE_KEPT || bv_criterion_change_concerns_answers (change));
  g_assert_cmpint (bv_criterion_change_apply (change, (BvAssessment *) answer), ==, self->fate);
  for (guint i = 0; i < bv_assessment_entity.n_fields; i++)
    {
      const BvField *field = &bv_assessment_entity.fields[i];

      if (!bv_field_equal (field, answer, left))
        g_error ("%s differs", field->name);
    }
}

static void
test_takes_all (void)
{
  g_autoptr (BvRecord) leaf = read_record (&bv_criterion_entity, "kind=points max=10.00");
  g_autoptr (BvRecord) section = read_record (&bv_criterion_entity, "kind=section");
  g_autoptr (BvCriterionChange) removed = bv_criterion_change_new ((const BvCriterion *) leaf, NULL);
  g_autoptr (BvCriterionChange) made_section
    = bv_criterion_change_new ((const BvCriterion *) leaf, (const BvCriterion *) section);
  g_autoptr (BvCriterionChange) made_leaf
    = bv_criterion_change_new ((const BvCriterion *) section, (const BvCriterion *) leaf);

  g_assert_true (bv_criterion_change_takes_all (removed));
  g_assert_true (bv_criterion_change_concerns_answers (removed));
  g_assert_true (bv_criterion_change_takes_all (made_section));
  g_assert_false (bv_criterion_change_concerns_answers (made_leaf));
}

static void
test_words (void)
{
  g_autoptr (BvRecord) before = read_record (&bv_criterion_entity, "kind=points max=10.00 title=a");
  g_autoptr (BvRecord) after = read_record (&bv_criterion_entity, "kind=points max=10.00 title=b min=2.00");
  g_autoptr (BvCriterionChange) change
    = bv_criterion_change_new ((const BvCriterion *) before, (const BvCriterion *) after);

  g_assert_false (bv_criterion_change_concerns_answers (change));
}

static void
test_counts (void)
{
  g_autoptr (BvRecord) blank = read_record (&bv_assessment_entity, "");
  g_autoptr (BvRecord) state = read_record (&bv_assessment_entity, "state=not-assigned");

  bv_field_set_from_string (bv_entity_find_field (&bv_assessment_entity, "criterion"), blank, "1", NULL);
  g_assert_false (bv_criterion_change_counts ((const BvAssessment *) blank));
  g_assert_true (bv_criterion_change_counts ((const BvAssessment *) state));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/criterion-change/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], check_change);
    }
  g_test_add_func ("/criterion-change/a-section-or-nothing-takes-all", test_takes_all);
  g_test_add_func ("/criterion-change/other-words-concern-no-answer", test_words);
  g_test_add_func ("/criterion-change/what-nobody-said-counts-for-nothing", test_counts);
  return g_test_run ();
}
