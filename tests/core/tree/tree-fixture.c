/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tree-fixture.h"

#include <string.h>

static BvCriterion *
add_criterion (GPtrArray *criteria, const char *code, gsize length, gint64 id)
{
  BvCriterion *criterion = bv_record_new (&bv_criterion_entity);

  criterion->record.id = id;
  g_free (criterion->code);
  criterion->code = g_strndup (code, length);
  criterion->kind = BV_CRITERION_POINTS;
  criterion->max = 1000;
  g_ptr_array_add (criteria, criterion);
  return criterion;
}

static const char *
read_criteria (GPtrArray *criteria, const char *text, gint64 *id)
{
  while (*text != '\0' && *text != ')')
    {
      gsize length = strcspn (text, " ()");
      BvCriterion *criterion = add_criterion (criteria, text, length, ++*id);

      text += length;
      if (*text == '(')
        {
          criterion->kind = BV_CRITERION_SECTION;
          criterion->max = BV_NONE;
          text = read_criteria (criterion->criteria, text + 1, id) + 1;
        }
      text += strspn (text, " ");
    }
  return text;
}

static void
add_group (GPtrArray *groups, const char *text, gint64 *id)
{
  BvGroup *group = bv_record_new (&bv_group_entity);

  group->record.id = 1000 + groups->len;
  read_criteria (group->criteria, text, id);
  g_ptr_array_add (groups, group);
}

GPtrArray *
tree_fixture_new (const char *first, const char *second)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (bv_record_free);
  gint64 id = 0;

  add_group (groups, first, &id);
  add_group (groups, second, &id);
  return groups;
}

static void
write_criteria (GString *text, const GPtrArray *criteria)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", criterion->code);
      if (bv_criterion_is_leaf (criterion))
        continue;
      g_string_append_c (text, '(');
      write_criteria (text, criterion->criteria);
      g_string_append_c (text, ')');
    }
}

char *
tree_fixture_write (const GPtrArray *groups, guint group)
{
  GString *text = g_string_new (NULL);

  write_criteria (text, ((const BvGroup *) g_ptr_array_index (groups, group))->criteria);
  return g_string_free (text, FALSE);
}

static const BvCriterion *
find_criterion (const GPtrArray *criteria, const char *code, gint64 id)
{
  const BvCriterion *found = NULL;

  for (guint i = 0; found == NULL && i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);

      if (g_strcmp0 (criterion->code, code) == 0 || (id != 0 && criterion->record.id == id))
        return criterion;
      found = find_criterion (criterion->criteria, code, id);
    }
  return found;
}

/* 0 where @code is NULL. */
gint64
tree_fixture_find (const GPtrArray *groups, const char *code)
{
  const BvCriterion *found = NULL;

  for (guint i = 0; code != NULL && found == NULL && i < groups->len; i++)
    found = find_criterion (((const BvGroup *) g_ptr_array_index (groups, i))->criteria, code, 0);
  g_assert_true (code == NULL || found != NULL);
  return code != NULL ? found->record.id : 0;
}

/* "" for 0. */
const char *
tree_fixture_name (const GPtrArray *groups, gint64 id)
{
  const BvCriterion *found = NULL;

  for (guint i = 0; id != 0 && found == NULL && i < groups->len; i++)
    found = find_criterion (((const BvGroup *) g_ptr_array_index (groups, i))->criteria, NULL, id);
  g_assert_true (id == 0 || found != NULL);
  return id != 0 ? found->code : "";
}
