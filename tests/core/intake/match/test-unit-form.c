/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/unit-form.h"
#include "core/intake/match/unit-index.h"
#include "core/intake/match/unit-phrase.h"
#include "registry-fixture.h"
#include "spelling-fixture.h"

#include <glib.h>

/* Those whose keys are not the same: the others are told by that alone. */
static const Spelling spellings[]
  = { AS_IS,    SHORT,       PARENT_BEHIND_COMMA, PARENT_IN_FRONT, CODE_AND_NAME, BARE_WITH_PARENT,
      NO_MARKS, OTHER_ORDER, LETTER_LESS,         OTHER_TYPE };

typedef struct
{
  GPtrArray *units;
  BvUnitIndex *index;
  GHashTable *tried; /* keys */
  guint n_compared;
  guint n_passed_over;
} Fixture;

/* Names that are passed over at once are those of which the whole comparison says nothing. */
static void
try_text (Fixture *fixture, const char *text)
{
  const GArray *names = bv_unit_index_list_spellings (fixture->index);
  g_auto (GStrv) parts = bv_unit_phrase_split (text, BV_UNIT_SPLIT_NOT);
  BvUnitForm part;

  if (!g_hash_table_add (fixture->tried, g_strdup (parts[0])))
    return;
  bv_unit_form_init (&part, parts[0]);
  for (guint i = 0; i < names->len; i++)
    {
      const BvUnitForm *name = &g_array_index (names, BvUnitSpelling, i).form;
      BvUnitReason reason;

      fixture->n_compared++;
      if (bv_unit_form_may_be_alike (&part, name))
        continue;
      fixture->n_passed_over++;
      if (bv_unit_form_compare (&part, name, &reason) > 0)
        g_error ("“%s” was passed over for “%s”", name->key, part.key);
    }
  bv_unit_form_clear (&part);
}

static void
try_registry (const char *name, gint64 day)
{
  Fixture fixture = { g_ptr_array_new_with_free_func (bv_record_free), NULL,
                      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), 0, 0 };

  fixture_read_registry (fixture.units, name);
  fixture.index = bv_unit_index_new (fixture.units);
  for (guint i = 0; i < fixture.units->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (spellings); j++)
      {
        g_autofree char *text
          = fixture_write_spelling (fixture.units, day, g_ptr_array_index (fixture.units, i), spellings[j]);

        try_text (&fixture, text);
      }
  g_test_message ("%s: %u texts, %u comparisons, %u of them passed over", name,
                  g_hash_table_size (fixture.tried), fixture.n_compared, fixture.n_passed_over);
  g_assert_cmpuint (fixture.n_passed_over, >, fixture.n_compared / 2);
  g_hash_table_unref (fixture.tried);
  bv_unit_index_free (fixture.index);
  g_ptr_array_unref (fixture.units);
}

static void
test_nothing_of_2021_is_passed_over_that_is_alike (void)
{
  try_registry ("an-giang-2021", 20211215);
}

static void
test_nothing_of_2025_is_passed_over_that_is_alike (void)
{
  try_registry ("an-giang-2025", 20260115);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit-form/nothing-of-2021-is-passed-over-that-is-alike",
                   test_nothing_of_2021_is_passed_over_that_is_alike);
  g_test_add_func ("/unit-form/nothing-of-2025-is-passed-over-that-is-alike",
                   test_nothing_of_2025_is_passed_over_that_is_alike);
  return g_test_run ();
}
