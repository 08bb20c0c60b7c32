/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ways/way.h"

#include <glib/gi18n-lib.h>

/**
 * bv_way_new:
 * @kind: with what it stands
 * @icon_name: its icon
 * @title: its title
 * @action: the action that leads there, such as `win.print`; it has no target yet
 *
 * Returns: (transfer full): a way
 */
BvWay *
bv_way_new (BvWayKind kind, const char *icon_name, const char *title, const char *action)
{
  BvWay *self = g_new0 (BvWay, 1);

  self->kind = kind;
  self->icon_name = g_strdup (icon_name);
  self->title = g_strdup (title);
  self->detail = g_strdup ("");
  self->action = g_strdup (action);
  return self;
}

/**
 * bv_way_new_page:
 * @kind: with what it stands
 * @icon_name: its icon
 * @title: its title
 * @page: the key of a page
 *
 * Returns: (transfer full): that page as a way
 */
BvWay *
bv_way_new_page (BvWayKind kind, const char *icon_name, const char *title, const char *page)
{
  BvWay *self = bv_way_new (kind, icon_name, title, "win.page");

  self->target = g_variant_ref_sink (g_variant_new_string (page));
  return self;
}

/**
 * bv_way_new_record:
 * @kind: with what it stands
 * @icon_name: its icon
 * @title: its title
 * @page: the key of a page
 * @record: one of its records
 *
 * Returns: (transfer full): that record as a way
 */
BvWay *
bv_way_new_record (BvWayKind kind, const char *icon_name, const char *title, const char *page, gint64 record)
{
  BvWay *self = bv_way_new (kind, icon_name, title, "win.open");

  self->target = g_variant_ref_sink (g_variant_new ("(sx)", page, record));
  return self;
}

/**
 * bv_way_copy:
 * @way: a way
 *
 * Returns: (transfer full): the same again
 */
BvWay *
bv_way_copy (const BvWay *way)
{
  BvWay *self = bv_way_new (way->kind, way->icon_name, way->title, way->action);

  bv_way_take_detail (self, g_strdup (way->detail));
  self->key = g_strdup (way->key);
  self->target = way->target != NULL ? g_variant_ref (way->target) : NULL;
  return self;
}

/**
 * bv_way_free:
 * @way: (transfer full): a way
 */
void
bv_way_free (BvWay *way)
{
  g_free (way->icon_name);
  g_free (way->title);
  g_free (way->detail);
  g_free (way->key);
  g_free (way->action);
  g_clear_pointer (&way->target, g_variant_unref);
  g_free (way);
}

/**
 * bv_way_take_detail:
 * @way: a way
 * @detail: (transfer full): what stands behind its title
 */
void
bv_way_take_detail (BvWay *way, char *detail)
{
  g_free (way->detail);
  way->detail = detail;
}

/**
 * bv_way_write_sentence:
 * @way: a way
 *
 * Returns: (transfer full): all that is said of it, for who does not see it
 */
char *
bv_way_write_sentence (const BvWay *way)
{
  const char *parts[5] = { bv_way_kind_get_title (way->kind), way->title };
  guint n = 2;

  if (*way->detail != '\0')
    parts[n++] = way->detail;
  if (way->key != NULL)
    parts[n++] = way->key;
  return g_strjoinv (", ", (char **) parts);
}

/**
 * bv_way_kind_get_title:
 * @kind: a kind
 *
 * Returns: (transfer none): the title above those of that kind, translated
 */
const char *
bv_way_kind_get_title (BvWayKind kind)
{
  static const char *const titles[] = {
    [BV_WAY_VISITED] = N_ ("Visited last"), [BV_WAY_WAITING] = N_ ("Waiting for you"),
    [BV_WAY_NOMINEE] = N_ ("Nominees"),     [BV_WAY_UNIT] = N_ ("Units"),
    [BV_WAY_DOCUMENT] = N_ ("Evidence"),    [BV_WAY_ACTION] = N_ ("Pages and actions"),
  };

  return _ (titles[kind]);
}
