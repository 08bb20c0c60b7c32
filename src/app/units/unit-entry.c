/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/units/unit-entry.h"

#include "app/rules/record-dialog.h"
#include "app/units/unit-choices.h"
#include "core/check.h"
#include "core/group.h"
#include "core/text/wording.h"
#include "core/unit.h"
#include "store/edit.h"
#include "store/lists.h"
#include "store/registry/group-entry.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  WHO_SELECTED,
  WHO_BELOW,
  WHO_TYPE,
  WHO_LISTED,
} Who;

static const BvChoice whos[] = {
  [WHO_SELECTED] = { "selected", N_ ("The selected unit") },
  [WHO_BELOW] = { "below", N_ ("All that stand under the selected unit") },
  [WHO_TYPE] = { "type", N_ ("All of the type of the selected unit") },
  [WHO_LISTED] = { "listed", N_ ("All that are listed, as searched") },
  { NULL, NULL },
};

/* What is asked. */
typedef struct
{
  BvRecord record;
  gint64 who;
  char *group;
} Asked;

static const BvField fields[] = {
  BV_FIELD (Asked, who, "who", CHOICE, N_ ("Which units"), .choices = whos),
  BV_FIELD (Asked,
            group,
            "group",
            REFERENCE,
            N_ ("Into the group"),
            .flags = BV_FIELD_REQUIRED | BV_FIELD_NULLABLE,
            .target = &bv_group_entity),
};

static const BvEntity asked_entity = BV_ENTITY ("entry", NULL, N_ ("Into a group"), Asked, fields);

typedef struct
{
  BvSession *session;
  gint64 unit;
  GArray *listed; /* of gint64 */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->session);
  g_array_unref (asking->listed);
  g_free (asking);
}

static GArray *
list_of_type (const Asking *asking, GError **error)
{
  BvLibrary *library = bv_session_get_library (asking->session);
  g_autoptr (BvRecord) unit = bv_edit_read (library, &bv_unit_entity, asking->unit, error);

  if (unit == NULL)
    return NULL;
  return bv_group_entry_list_units (library, bv_session_get_campaign (asking->session),
                                    (const char *[]){ ((BvUnit *) unit)->type, NULL }, 0, error);
}

static GArray *
list_units (const Asking *asking, Who who, GError **error)
{
  GArray *units;

  if (who == WHO_TYPE)
    return list_of_type (asking, error);
  if (who == WHO_BELOW)
    return bv_group_entry_list_units (bv_session_get_library (asking->session),
                                      bv_session_get_campaign (asking->session), NULL, asking->unit, error);
  if (who == WHO_LISTED)
    return g_array_ref (asking->listed);
  units = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (units, asking->unit);
  return units;
}

static gboolean
enter (gpointer record, gpointer data, GError **error)
{
  const Asking *asking = data;
  const Asked *asked = record;
  gint64 group = bv_unit_choices_find (asking->session, &bv_group_entity, asked->group, error);
  g_autoptr (GArray) units = group != 0 ? list_units (asking, asked->who, error) : NULL;
  guint n_added;

  if (units == NULL)
    return FALSE;
  if (units->len == 0)
    return bv_check_fail (error, "who", _ ("No unit stands under it: choose others"));
  if (!bv_group_entry_add (bv_session_get_library (asking->session),
                           bv_session_get_campaign (asking->session), group, units, &n_added, error))
    return FALSE;
  return n_added > 0 || bv_check_fail (error, "who", _ ("All of them are in the group already"));
}

static guint
count_new (const Asking *asking, const char *key, const GArray *units)
{
  gint64 group = bv_unit_choices_find (asking->session, &bv_group_entity, key, NULL);
  g_autoptr (GHashTable) nominated
    = group != 0 ? bv_lists_list_nominated (bv_session_get_library (asking->session), group, NULL) : NULL;
  guint n = 0;

  for (guint i = 0; nominated != NULL && i < units->len; i++)
    n += !g_hash_table_contains (nominated, &g_array_index (units, gint64, i));
  return n;
}

/* `28 units: 22 enter the group, 6 are in it` */
static char *
describe (gconstpointer record, gpointer data)
{
  const Asked *asked = record;
  g_autoptr (GArray) units = list_units (data, asked->who, NULL);
  guint n_units = units != NULL ? units->len : 0;
  guint n_new = asked->group != NULL && n_units > 0 ? count_new (data, asked->group, units) : n_units;
  g_autofree char *number = bv_wording_number (n_units);
  g_autofree char *text
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s unit", "%s units", n_units), number);
  g_autofree char *there = NULL;

  if (n_new == n_units)
    return g_steal_pointer (&text);
  there = bv_wording_number (n_units - n_new);
  /* Translators: the first %s is “28 units”, the second how many of them. */
  return g_strdup_printf (_ ("%s; %s in the group already, which stay as they are"), text, there);
}

/**
 * bv_unit_entry_start:
 * @parent: the window
 * @session: its session, with a campaign that can be changed
 * @unit: the row of the selected unit
 * @listed: (transfer full) (element-type gint64): the rows of the units that are listed
 *
 * Asks which units enter which group, and says how many that are.
 */
void
bv_unit_entry_start (GtkWindow *parent, BvSession *session, gint64 unit, GArray *listed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) record
    = bv_edit_read (bv_session_get_library (session), &bv_unit_entity, unit, &error);
  g_autoptr (GArray) owned = listed;
  g_autofree char *title = NULL;
  Asking *asking;

  if (record == NULL)
    {
      bv_session_report (session, error);
      return;
    }
  title = g_strdup_printf ("%s: %s", _ (asked_entity.title), ((BvUnit *) record)->name);
  asking = g_new (Asking, 1);
  *asking = (Asking){ g_object_ref (session), unit, g_steal_pointer (&owned) };
  bv_record_dialog_new (parent, session, bv_record_new (&asked_entity), NULL,
                        &(BvRecordAdder){ enter, asking, asking_free, title, _ ("_Enter"), "02-don-vi.html",
                                          bv_unit_choices_list, describe });
}
