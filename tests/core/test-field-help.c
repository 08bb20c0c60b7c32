/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/campaign.h"
#include "core/criterion.h"
#include "core/field-help.h"
#include "core/group.h"
#include "core/quota.h"

#include <string.h>

/* Keys are for files, groups of a quota are ticked; the legal bases say it themselves. */
static gboolean
is_asked (const BvField *field)
{
  return !bv_field_is_child (field) && (field->flags & BV_FIELD_SLUG) == 0
         && !g_str_equal (field->name, "legal_bases");
}

static void
test_every_field (void)
{
  const BvEntity *entities[] = {
    &bv_campaign_entity,  &bv_group_entity, &bv_group_class_entity, &bv_criterion_entity,
    &bv_quota_cap_entity, &bv_quota_entity, &bv_quota_after_entity,
  };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    for (guint k = 0; k < entities[i]->n_fields; k++)
      {
        const BvField *field = &entities[i]->fields[k];
        g_autofree char *help = bv_field_help_write (entities[i], field);

        g_test_message ("%s.%s", entities[i]->name, field->name);
        g_assert_cmpint (help != NULL, ==, is_asked (field));
      }
}

static void
assert_range (const BvEntity *entity, const char *field, const char *range)
{
  g_autofree char *help = bv_field_help_write (entity, bv_entity_find_field (entity, field));

  g_test_message ("%s.%s: %s", entity->name, field, help);
  g_assert_true (g_str_has_suffix (help, range));
  g_assert_cmpint (strstr (help, "From ") != NULL, ==, *range != '\0');
}

static void
test_range (void)
{
  assert_range (&bv_criterion_entity, "evidence", " From 0 to 99.");
  assert_range (&bv_criterion_entity, "max", " From 0,00 to 1.000.000,00.");
  assert_range (&bv_group_entity, "sum", " From 0,00 to 1.000.000,00.");
  assert_range (&bv_group_class_entity, "from", " From 0,00 to 999,99.");
  assert_range (&bv_quota_entity, "percent", " From 0 to 100.");
  assert_range (&bv_criterion_entity, "title", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-help/every-field-that-is-asked-for-says-what-it-does", test_every_field);
  g_test_add_func ("/field-help/a-number-says-from-what-to-what-it-may-be", test_range);
  return g_test_run ();
}
