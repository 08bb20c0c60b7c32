/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominees/nomination.h"

#include "core/text/vietnamese.h"
#include "store/edit.h"
#include "store/lists.h"

#include <glib/gi18n-lib.h>

/* What is put forward in one action. */
typedef struct
{
  BvSession *session;
  const BvGroup *group;
  GPtrArray *units;       /* of BvRow: of bv_lists_read_units() */
  const BvPerson *person; /* NULL: the units themselves */
  GHashTable *nominated;  /* of the units' rows */
  gint64 last;            /* the row of the last nominee */
} Nomination;

static gboolean
key_is_taken (BvSession *session, const char *key)
{
  gint64 campaign = bv_session_get_campaign (session);

  return bv_edit_find (bv_session_get_library (session), campaign, &bv_nominee_entity, campaign, key, NULL)
         != 0;
}

static char *
make_key (BvSession *session, const char *name)
{
  g_autofree char *slug = bv_vietnamese_slug (name);
  char *key;

  if (*slug == '\0')
    {
      g_free (slug);
      slug = g_strdup ("de-cu");
    }
  key = g_strdup (slug);

  for (guint i = 2; key_is_taken (session, key); i++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%u", slug, i);
    }
  return key;
}

static void
replace (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static const char *
get_unit_text (BvRow *unit, BvUnitsColumn column)
{
  return bv_table_get_text (bv_row_get_table (unit), bv_row_get_index (unit), column);
}

static BvNominee *
create_nominee (const Nomination *nomination, BvRow *unit)
{
  const BvPerson *person = nomination->person;
  const char *name = person != NULL ? person->name : get_unit_text (unit, BV_UNITS_NAME);
  BvNominee *nominee = bv_record_new (&bv_nominee_entity);

  g_free (nominee->key);
  nominee->key = make_key (nomination->session, name);
  replace (&nominee->group, nomination->group->key);
  replace (&nominee->unit, get_unit_text (unit, BV_UNITS_CODE));
  if (person != NULL)
    nominee->person = bv_record_copy (person);
  return nominee;
}

static gboolean
add_unit (Nomination *nomination, BvRow *unit, GError **error)
{
  BvLibrary *library = bv_session_get_library (nomination->session);
  gint64 campaign = bv_session_get_campaign (nomination->session);
  gint64 id = bv_row_get_id (unit);
  g_autoptr (BvRecord) nominee = NULL;

  if (nomination->person == NULL && g_hash_table_contains (nomination->nominated, &id))
    {
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS,
                   _ ("%s is already in the group “%s”: a unit stands in a group once."),
                   get_unit_text (unit, BV_UNITS_NAME), nomination->group->name);
      return FALSE;
    }
  nominee = (BvRecord *) create_nominee (nomination, unit);
  if (!bv_edit_add (library, campaign, campaign, nominee, error))
    return FALSE;
  nomination->last = nominee->id;
  return TRUE;
}

static gboolean
add_units (BvLibrary *library, gpointer data, GError **error)
{
  Nomination *nomination = data;

  for (guint i = 0; i < nomination->units->len; i++)
    if (!add_unit (nomination, g_ptr_array_index (nomination->units, i), error))
      return FALSE;
  return TRUE;
}

/**
 * bv_nomination_has_person:
 * @session: a session with a campaign
 * @group: a group of individuals
 * @unit: a row of bv_lists_read_units()
 * @person: a name
 *
 * Returns: whether the group has somebody of that unit and name, whatever case and marks
 */
gboolean
bv_nomination_has_person (BvSession *session, const BvGroup *group, BvRow *unit, const char *person)
{
  g_autoptr (BvTable) table
    = bv_lists_read_nominees (bv_session_get_library (session), bv_session_get_campaign (session), NULL);
  g_autofree char *wanted = bv_vietnamese_fold (person);

  for (guint i = 0; table != NULL && i < bv_table_get_n_rows (table); i++)
    {
      g_autofree char *name = NULL;

      if (bv_table_get_group (table, i) != group->record.id
          || !g_str_equal (bv_table_get_text (table, i, BV_NOMINEES_UNIT),
                           get_unit_text (unit, BV_UNITS_NAME)))
        continue;
      name = bv_vietnamese_fold (bv_table_get_text (table, i, BV_NOMINEES_NAME));
      if (g_str_equal (name, wanted))
        return TRUE;
    }
  return FALSE;
}

/**
 * bv_nomination_add:
 * @session: a session with a campaign
 * @group: a group of it
 * @units: (element-type BvRow): rows of bv_lists_read_units(); of a person one
 * @person: (nullable): whom the unit puts forward, with all that is known; %NULL: the units themselves
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Adds the nominees as one action. A unit that stands in the group already is refused.
 *
 * Returns: the row of the last one in the library; 0 with @error set, and nothing changed, on failure
 */
gint64
bv_nomination_add (BvSession *session,
                   const BvGroup *group,
                   GPtrArray *units,
                   const BvPerson *person,
                   GError **error)
{
  BvLibrary *library = bv_session_get_library (session);
  g_autoptr (GHashTable) nominated = bv_lists_list_nominated (library, group->record.id, error);
  Nomination nomination = { session, group, units, person, nominated, 0 };
  g_autofree char *label = g_strdup_printf (_ ("Add %u nominees to the group “%s”"), units->len, group->name);

  if (nominated == NULL)
    return 0;
  /* One by itself is named by its own action. */
  if (units->len == 1)
    return add_units (library, &nomination, error) ? nomination.last : 0;
  return bv_journal_act (library, label, add_units, &nomination, NULL, error) ? nomination.last : 0;
}
