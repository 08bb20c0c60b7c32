/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/criterion.h"
#include "core/field-value.h"
#include "core/intake/typed-value.h"
#include "core/nominee.h"
#include "core/text/date.h"

#include <glib.h>

#define TEXT BV_INTAKE_TEXT
#define NUMBER BV_INTAKE_NUMBER
#define DATE BV_INTAKE_DATE
#define FLAG BV_INTAKE_FLAG

/* What a cell is for a field: the value as files write it, or what else came of it. */
typedef struct
{
  const char *field;
  BvIntakeKind kind;
  const char *text;
  const char *value; /* NULL: it is refused */
  BvTypedError error;
} Form;

#define NOTHING "nothing"
#define NOT_ASSIGNED "not assigned"
#define REFUSED(code) NULL, BV_TYPED_ERROR_##code

static const Form assessment_forms[] = {
  { "self", TEXT, "33,3", "33.30", 0 },
  { "self", TEXT, "33.3", "33.30", 0 },
  { "self", TEXT, "33,30", "33.30", 0 },
  { "self", TEXT, "1.248,50", "1248.50", 0 },
  { "self", TEXT, "1,248.50", "1248.50", 0 },
  { "self", TEXT, "1248,5", "1248.50", 0 },
  { "self", TEXT, "1 248,50", "1248.50", 0 },
  { "self", TEXT, "1\u00a0248,50", "1248.50", 0 },
  { "self", TEXT, "1\u202f248,50", "1248.50", 0 },
  { "self", TEXT, "1.234.567", REFUSED (VALUE) },
  { "self", TEXT, "123.456,7", "123456.70", 0 },
  { "self", TEXT, " 12 ", "12.00", 0 },
  { "self", TEXT, "\u00a012\u00a0", "12.00", 0 },
  { "self", TEXT, "\u200b12\ufeff", "12.00", 0 },
  { "self", TEXT, "012", "12.00", 0 },
  { "self", TEXT, "0", "0.00", 0 },
  { "self", TEXT, "0,125", REFUSED (PLACES) },
  { "self", TEXT, "0,250", "0.25", 0 },
  { "self", TEXT, "12,500", REFUSED (AMBIGUOUS) },
  { "self", TEXT, "1.248", REFUSED (AMBIGUOUS) },
  { "self", TEXT, "33.333", REFUSED (AMBIGUOUS) },
  { "self", TEXT, "33,3333", REFUSED (PLACES) },
  { "self", TEXT, "33,3000", "33.30", 0 },
  { "self", TEXT, "１２,５", "12.50", 0 },
  { "self", TEXT, "12²", REFUSED (VALUE) },
  { "self", TEXT, "１２．５", "12.50", 0 },
  { "self", TEXT, "12 điểm", "12.00", 0 },
  { "self", TEXT, "12,5đ", "12.50", 0 },
  { "self", TEXT, "12,5%", REFUSED (VALUE) },
  { "self", TEXT, "15/20", REFUSED (VALUE) },
  { "self", TEXT, "12-13", REFUSED (VALUE) },
  { "self", TEXT, "12 13", REFUSED (VALUE) },
  { "self", TEXT, "1 2", REFUSED (VALUE) },
  { "self", TEXT, "1.2.3", REFUSED (VALUE) },
  { "self", TEXT, "1,2345,6", REFUSED (VALUE) },
  { "self", TEXT, "12,", REFUSED (VALUE) },
  { "self", TEXT, ",5", REFUSED (VALUE) },
  { "self", TEXT, "-5", REFUSED (VALUE) },
  { "self", TEXT, "−5", REFUSED (VALUE) },
  { "self", TEXT, "-0", "0.00", 0 },
  { "self", TEXT, "12a", REFUSED (VALUE) },
  { "self", TEXT, "mười hai", REFUSED (VALUE) },
  { "self", TEXT, "không", REFUSED (VALUE) },
  { "self", TEXT, "99999999999999999999", REFUSED (VALUE) },
  { "self", TEXT, "–", NOTHING, 0 },
  { "self", TEXT, "-", NOTHING, 0 },
  { "self", TEXT, "…", NOTHING, 0 },
  { "self", TEXT, "........", NOTHING, 0 },
  { "self", TEXT, "  ", NOTHING, 0 },
  { "self", TEXT, "KG", NOT_ASSIGNED, 0 },
  { "self", TEXT, "Không giao", NOT_ASSIGNED, 0 },
  { "self", NUMBER, "12", "12.00", 0 },
  { "self", NUMBER, "33.299999999999997", "33.30", 0 },
  { "self", NUMBER, "0.30000000000000004", "0.30", 0 },
  { "self", NUMBER, "9.9900000000000002", "9.99", 0 },
  { "self", NUMBER, "9.9999999999999996", "10.00", 0 },
  { "self", NUMBER, "33.333333333333336", REFUSED (PLACES) },
  { "self", NUMBER, "33.333", REFUSED (PLACES) },
  { "self", NUMBER, "1.248", REFUSED (PLACES) },
  { "self", NUMBER, "1248", "1248.00", 0 },
  { "self", NUMBER, "-1.5", REFUSED (VALUE) },
  { "self", NUMBER, "1E-05", REFUSED (VALUE) },
  { "self", DATE, "2021-05-12", REFUSED (LOST) },
  { "self", FLAG, "1", REFUSED (VALUE) },
  { "self", BV_INTAKE_FAULT, "#N/A", REFUSED (VALUE) },
  { "self", BV_INTAKE_EMPTY, "", NOTHING, 0 },
  { "passed", TEXT, "x", "true", 0 },
  { "passed", TEXT, "✓", "true", 0 },
  { "passed", TEXT, "Có", "true", 0 },
  { "passed", TEXT, "Đ", "true", 0 },
  { "passed", TEXT, "Đạt", "true", 0 },
  { "passed", TEXT, "KĐ", "false", 0 },
  { "passed", TEXT, "Không đạt.", "false", 0 },
  { "passed", TEXT, "không", "false", 0 },
  { "passed", FLAG, "1", "true", 0 },
  { "passed", FLAG, "0", "false", 0 },
  { "passed", NUMBER, "1", "true", 0 },
  { "passed", NUMBER, "2", REFUSED (VALUE) },
  { "passed", TEXT, "một phần", REFUSED (VALUE) },
  { "state", TEXT, "Công nhận", "accepted", 0 },
  { "state", TEXT, "not assigned", "not-assigned", 0 },
  { "state", TEXT, "KG", "not-assigned", 0 },
  { "state", TEXT, "lạ", REFUSED (VALUE) },
  { "explanation", TEXT, "  Đã  làm ", "Đã làm", 0 },
  { "explanation", NUMBER, "12", "12", 0 },
  { "explanation", NUMBER, "1234567890123456", REFUSED (LOST) },
  { "explanation", TEXT, "0123456789012345", "0123456789012345", 0 },
  { "explanation", DATE, "2021-12-15", "15/12/2021", 0 },
};

static const Form person_forms[] = {
  { "born", TEXT, "1980", "1980", 0 },
  { "born", NUMBER, "1980", "1980", 0 },
  { "born", TEXT, "năm 1980", "1980", 0 },
  { "born", TEXT, "5/1/1980", "1980-01-05", 0 },
  { "born", TEXT, "05.01.1980", "1980-01-05", 0 },
  { "born", TEXT, "15.12.2021", "2021-12-15", 0 },
  { "born", TEXT, "15-12-2021", "2021-12-15", 0 },
  { "born", TEXT, "2021-12-15", "2021-12-15", 0 },
  { "born", TEXT, "ngày 15 tháng 12 năm 2021", "2021-12-15", 0 },
  { "born", DATE, "2021-12-15", "2021-12-15", 0 },
  { "born", DATE, "2021-12-15 07:30:00", "2021-12-15", 0 },
  { "born", TEXT, "5/1/62", REFUSED (AMBIGUOUS) },
  { "born", TEXT, "44545", REFUSED (AMBIGUOUS) },
  { "born", NUMBER, "44545", REFUSED (AMBIGUOUS) },
  { "gender", TEXT, "Nam", "male", 0 },
  { "gender", TEXT, "NỮ", "female", 0 },
  { "gender", TEXT, "male", "male", 0 },
  { "gender", TEXT, "Female", "female", 0 },
  { "gender", TEXT, "khác", REFUSED (VALUE) },
  { "gender", TEXT, "", NOTHING, 0 },
};

static char *
read_form (const BvEntity *entity, const Form *form, GError **error)
{
  const BvField *field = bv_entity_find_field (entity, form->field);
  g_autoptr (BvRecord) record = bv_record_new (entity);
  g_autoptr (BvRecord) before = bv_record_copy (record);
  BvIntakeCell cell = { 0, form->kind, form->text, FALSE };
  BvTypedOutcome outcome = bv_typed_value_read (field, &cell, record, error);

  if (outcome == BV_TYPED_VALUE)
    return bv_field_to_string (field, record);
  g_assert_true (bv_record_equal (record, before));
  if (outcome == BV_TYPED_REFUSED)
    return NULL;
  return g_strdup (outcome == BV_TYPED_NOTHING ? NOTHING : NOT_ASSIGNED);
}

static void
check_forms (const BvEntity *entity, const Form *forms, guint n_forms)
{
  for (guint i = 0; i < n_forms; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = read_form (entity, &forms[i], &error);

      g_test_message ("%s: “%s”: %s", forms[i].field, forms[i].text, error != NULL ? error->message : value);
      g_assert_cmpstr (value, ==, forms[i].value);
      if (forms[i].value == NULL)
        g_assert_error (error, BV_TYPED_ERROR, (int) forms[i].error);
      else
        g_assert_no_error (error);
    }
}

static void
test_each_form_is_exact_or_refused (void)
{
  check_forms (&bv_assessment_entity, assessment_forms, G_N_ELEMENTS (assessment_forms));
  check_forms (&bv_person_entity, person_forms, G_N_ELEMENTS (person_forms));
}

/* 29/02/2021 and the like are the calendar's to refuse. */
static void
test_a_date_is_of_the_calendar (void)
{
  static const char *const wrong[] = { "29/02/2021", "6/21/2021", "12/1980", "hôm qua" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      Form form = { "born", TEXT, wrong[i], NULL, 0 };

      g_assert_null (read_form (&bv_person_entity, &form, &error));
      g_assert_cmpint (error->domain, ==, BV_DATE_ERROR);
    }
}

static void
test_no_number_is_ten_times_what_was_written (void)
{
  for (gint64 points = 0; points <= 20000; points += 7)
    {
      g_autofree char *vietnamese = g_strdup_printf ("%d,%02d", (int) (points / 100), (int) (points % 100));
      g_autofree char *english = g_strdup_printf ("%d.%02d", (int) (points / 100), (int) (points % 100));
      g_autofree char *binary = g_strdup_printf ("%.17g", points / 100.0);
      const Form forms[] = {
        { "self", TEXT, vietnamese, english, 0 },
        { "self", TEXT, english, english, 0 },
        { "self", NUMBER, binary, english, 0 },
      };

      for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *value = read_form (&bv_assessment_entity, &forms[i], &error);

          g_assert_no_error (error);
          g_assert_cmpstr (value, ==, english);
        }
    }
}

static void
test_lists_are_taken_whole_or_not (void)
{
  g_autoptr (BvRecord) answer = bv_record_new (&bv_assessment_entity);
  g_autoptr (BvRecord) rule = bv_record_new (&bv_criterion_entity);
  const BvAssessment *assessment = (const BvAssessment *) answer;
  const BvCriterion *criterion = (const BvCriterion *) rule;
  const BvField *items = bv_entity_find_field (&bv_assessment_entity, "items");
  const BvField *texts = bv_entity_find_field (&bv_criterion_entity, "items");
  const BvField *due = bv_entity_find_field (&bv_criterion_entity, "due");
  BvIntakeCell cell = { 0, TEXT, "1; 3,4\n6", FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bv_typed_value_read (items, &cell, answer, &error), ==, BV_TYPED_VALUE);
  g_assert_cmpuint (assessment->items->len, ==, 4);
  g_assert_cmpint (g_array_index (assessment->items, gint64, 3), ==, 6);
  cell.text = "1; x";
  g_assert_cmpint (bv_typed_value_read (items, &cell, answer, &error), ==, BV_TYPED_REFUSED);
  g_assert_error (error, BV_TYPED_ERROR, BV_TYPED_ERROR_VALUE);
  g_assert_cmpuint (assessment->items->len, ==, 4);
  g_clear_error (&error);
  cell = (BvIntakeCell){ 0, NUMBER, "1.2", FALSE };
  g_assert_cmpint (bv_typed_value_read (items, &cell, answer, &error), ==, BV_TYPED_REFUSED);
  g_assert_error (error, BV_TYPED_ERROR, BV_TYPED_ERROR_AMBIGUOUS);
  g_clear_error (&error);
  cell = (BvIntakeCell){ 0, TEXT, "Kế hoạch, chương trình\n\nBáo cáo; Tờ trình ", FALSE };
  g_assert_cmpint (bv_typed_value_read (texts, &cell, rule, &error), ==, BV_TYPED_VALUE);
  g_assert_cmpuint (g_strv_length (criterion->items), ==, 3);
  g_assert_cmpstr (criterion->items[0], ==, "Kế hoạch, chương trình");
  g_assert_cmpstr (criterion->items[2], ==, "Tờ trình");
  cell.text = "30/9/2021; 15/12/2021";
  g_assert_cmpint (bv_typed_value_read (due, &cell, rule, &error), ==, BV_TYPED_VALUE);
  g_assert_cmpint (g_array_index (criterion->due, gint64, 1), ==, 20211215);
}

static const struct
{
  BvIntakeKind kind;
  const char *text;
  guint n_digits;
  const char *digits; /* NULL: refused */
  BvTypedError error;
} numbers[] = {
  { TEXT, "089012345678", 12, "089012345678", 0 },
  { TEXT, "089 012 345 678", 12, "089012345678", 0 },
  { TEXT, "0296.3852.345", 0, "02963852345", 0 },
  { TEXT, "89012345678", 12, REFUSED (VALUE) },
  { TEXT, "08901234567a", 12, REFUSED (VALUE) },
  { NUMBER, "89012345678", 12, REFUSED (LOST) },
  { NUMBER, "189012345678", 12, "189012345678", 0 },
  { NUMBER, "1890123456780001", 0, REFUSED (LOST) },
  { NUMBER, "12.5", 0, REFUSED (VALUE) },
};

static void
test_zeros_in_front_are_not_made_up (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      BvIntakeCell cell = { 0, numbers[i].kind, numbers[i].text, FALSE };
      g_autofree char *digits = NULL;
      g_autoptr (GError) error = NULL;
      BvTypedOutcome outcome = bv_typed_value_read_digits (&cell, numbers[i].n_digits, &digits, &error);

      g_test_message ("%s", numbers[i].text);
      g_assert_cmpstr (digits, ==, numbers[i].digits);
      g_assert_cmpint (outcome, ==, digits != NULL ? BV_TYPED_VALUE : BV_TYPED_REFUSED);
      if (digits == NULL)
        g_assert_error (error, BV_TYPED_ERROR, (int) numbers[i].error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-value/each-form-is-exact-or-refused", test_each_form_is_exact_or_refused);
  g_test_add_func ("/typed-value/a-date-is-of-the-calendar", test_a_date_is_of_the_calendar);
  g_test_add_func ("/typed-value/no-number-is-ten-times-what-was-written",
                   test_no_number_is_ten_times_what_was_written);
  g_test_add_func ("/typed-value/lists-are-taken-whole-or-not", test_lists_are_taken_whole_or_not);
  g_test_add_func ("/typed-value/zeros-in-front-are-not-made-up", test_zeros_in_front_are_not_made_up);
  return g_test_run ();
}
