/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/criterion.h"
#include "exchange/interchange/interchange.h"
#include "exchange/paste/paste-plan.h"
#include "fuzz-target.h"

#include <string.h>

/* The sample of the tests: a few groups and nominees, so that a plan is made in no time. */
static const BvCampaign *
get_campaign (void)
{
  static BvCampaign *campaign = NULL;
  g_autofree char *path
    = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "exchange", "interchange-sample.json", NULL);
  g_autofree char *text = NULL;
  gsize length = 0;

  if (campaign != NULL)
    return campaign;
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  campaign = bv_interchange_read (text, length, NULL, NULL);
  g_assert_nonnull (campaign);
  return campaign;
}

/* The digits of a number without the zeros before and behind, which its points may have or not. */
static char *
take_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text) && (*text != '0' || digits->len > 0))
      g_string_append_c (digits, *text);
  while (digits->len > 0 && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  return g_string_free (digits, FALSE);
}

static gboolean
is_points (const BvPlannedValue *value)
{
  return value->criterion != NULL
         && (g_strcmp0 (value->field, "self") == 0 || g_strcmp0 (value->field, "verified") == 0
             || g_strcmp0 (value->field, "final") == 0);
}

/* Whole numbers are as many as stand there, and no digit comes or goes. */
static void
check_points (const BvPlannedValue *value, const BvIntakeCell *cell)
{
  g_autofree char *read = take_digits (value->after);
  g_autofree char *written = take_digits (cell->text);

  if (cell->kind != BV_INTAKE_TEXT || strspn (cell->text, "0123456789.,") != strlen (cell->text))
    return;
  g_assert_cmpstr (read, ==, written);
  if (strspn (cell->text, "0123456789") == strlen (cell->text))
    g_assert_cmpint (g_ascii_strtoll (value->after, NULL, 10), ==, g_ascii_strtoll (cell->text, NULL, 10));
}

static void
check_value (const BvPlannedFile *planned, const BvPlannedValue *value)
{
  const BvIntakeSheet *sheet = g_ptr_array_index (planned->file->sheets, value->sheet);
  const BvIntakeCell *cell = bv_intake_table_get_cell (sheet->table, value->row, value->column);

  g_assert_cmpuint (value->row, <, planned->n_rows);
  g_assert_cmpint (value->state < BV_PLANNED_CONFLICT, ==, value->reason == NULL);
  g_assert_true (value->after == NULL || g_utf8_validate (value->after, -1, NULL));
  if (value->state < BV_PLANNED_SAME && is_points (value))
    check_points (value, cell);
}

static char *
copy_key (const GPtrArray *records, guint nth)
{
  return nth < records->len ? g_strdup (bv_record_key (g_ptr_array_index (records, nth))) : NULL;
}

/* The first byte says what the rest becomes, and where. */
static BvPaste *
make_paste (const BvCampaign *campaign, const uint8_t *data, size_t size)
{
  static const char *const points[] = { "self", "verified", "final" };
  BvPaste *paste = g_new0 (BvPaste, 1);
  guint first = data[0];

  paste->kind = first % 3;
  paste->text = g_strndup ((const char *) data + 1, size - 1);
  paste->group = copy_key (campaign->groups, first / 3 % 4);
  paste->points = g_strdup (points[first / 12 % 3]);
  paste->nominee = first >= 128 ? copy_key (campaign->nominees, first % 5) : NULL;
  paste->is_down = first >= 192;
  return paste;
}

/* The bytes are a block that is pasted: whatever is in it, a plan comes of it, which says why what is left
 * out and that is the same the second time. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const BvCampaign *campaign = get_campaign ();
  g_autoptr (BvImportPlan) plan = bv_import_plan_new (bv_record_copy (campaign));
  g_autoptr (BvPaste) paste = size > 0 ? make_paste (campaign, data, size) : NULL;
  const BvPlannedFile *planned;

  if (paste == NULL)
    return 0;
  planned = bv_paste_plan_add (plan, paste, "block");
  g_assert_true (planned->file != NULL || planned->failure != NULL);
  for (guint i = 0; planned->file != NULL && i < planned->values->len; i++)
    check_value (planned, g_ptr_array_index (planned->values, i));
  if (bv_paste_plan_fits (plan))
    g_assert_cmpuint (planned->values->len, >, 0);
  return 0;
}
