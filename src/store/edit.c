/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/edit.h"

#include "core/campaign.h"
#include "core/criterion.h"
#include "core/decisions.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/unit.h"
#include "store/campaigns.h"
#include "store/edit-check.h"
#include "store/journal.h"
#include "store/key-map.h"
#include "store/library-private.h"
#include "store/records.h"
#include "store/registry/unit-use.h"
#include "store/statement.h"
#include "store/tree/answers.h"
#include "store/tree/consequence-reader.h"

#include <glib/gi18n-lib.h>

#define GROUP_OF "SELECT \"group\" FROM criterion WHERE id = ?1"

/* One edit of one record, from begin to commit. */
typedef struct
{
  gint64 campaign;
  gint64 owner;
  const BvEntity *entity;
  gint64 id;
  BvRecord *record; /* not owned */
  BvRecord *before; /* NULL: a new one */
  BvMend mend;
} Edit;

/**
 * bv_edit_find:
 * @library: a library
 * @campaign: a campaign's row
 * @entity: campaign, unit, group, criterion, quota, nominee or evidence
 * @owner: of a criterion its group's row; else @campaign
 * @key: the record's key
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: the row; 0 with @error set where there is none
 */
gint64
bv_edit_find (BvLibrary *library,
              gint64 campaign,
              const BvEntity *entity,
              gint64 owner,
              const char *key,
              GError **error)
{
  g_autofree char *word = bv_entity_word (entity);
  gint64 id;

  if (bv_key_map_look_up (library, entity, owner, key, &id, error) && id == 0)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, _ ("there is no %s “%s” in this campaign"),
                 word, key);
  return id;
}

/**
 * bv_edit_read:
 * @library: a library
 * @entity: as for bv_edit_find()
 * @id: a row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the record with its children, but a group without its criteria and a
 * campaign without its arrays; %NULL with @error set where there is none
 */
gpointer
bv_edit_read (BvLibrary *library, const BvEntity *entity, gint64 id, GError **error)
{
  return bv_records_read (library, entity, id, error);
}

/* What a record is called in the journal. */
static char *
name_record (BvLibrary *library, gint64 campaign, const BvRecord *record)
{
  if (record->entity == &bv_nominee_entity)
    {
      const BvNominee *nominee = (const BvNominee *) record;

      if (nominee->person != NULL)
        return g_strdup (nominee->person->name);
      return bv_statement_get_text (
        library,
        "SELECT u.name FROM participation p JOIN unit u ON u.id = p.unit WHERE p.campaign = ?1 AND u.code = ?2",
        NULL, "is", campaign, nominee->unit);
    }
  for (guint i = 0; i < record->entity->n_fields; i++)
    {
      const BvField *field = &record->entity->fields[i];

      if (g_str_equal (field->name, "name") || g_str_equal (field->name, "title"))
        return g_strdup (BV_FIELD_STRING (record, field));
    }
  return g_strdup (bv_record_key (record));
}

/* Which fields an edit changes, in words. */
static char *
list_changed_fields (const BvRecord *before, const BvRecord *after)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < after->entity->n_fields; i++)
    {
      const BvField *field = &after->entity->fields[i];

      if ((field->flags & BV_FIELD_ROOT) == 0 && !bv_field_equal (field, before, after))
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", _ (field->title));
    }
  return g_string_free (titles, FALSE);
}

/* The owners of a new record: a criterion stands in a group, or in a section of one. */
static gboolean
list_owners (BvLibrary *library, const Edit *edit, gint64 *owners, GError **error)
{
  owners[0] = edit->owner;
  owners[1] = owners[BV_LAYOUT_MAX_OWNERS] = 0;
  if (edit->entity != &bv_criterion_entity)
    return TRUE;
  if (!bv_statement_read_number (library, GROUP_OF, &owners[0], error, "i", edit->owner))
    return FALSE;
  if (owners[0] != edit->owner)
    owners[1] = edit->owner;
  return TRUE;
}

static gboolean
key_is_free (BvLibrary *library, const Edit *edit, GError **error)
{
  const char *key = bv_record_key (edit->record);
  gint64 owners[BV_LAYOUT_MAX_OWNERS + 1];
  g_autofree char *word = bv_entity_word (edit->entity);
  gint64 found;

  if (!list_owners (library, edit, owners, error)
      || !bv_key_map_look_up (library, edit->entity, owners[0] != 0 ? owners[0] : edit->campaign, key, &found,
                              error))
    return FALSE;
  if (found == 0 || found == edit->record->id)
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS,
               _ ("there is a %s “%s” already: choose another key"), word, key);
  return FALSE;
}

/* Who comes into a group has what its leaves begin with. That there is no such group is said later. */
static gboolean
enter_group (BvLibrary *library, const Edit *edit, GError **error)
{
  BvNominee *nominee = (BvNominee *) edit->record;
  const BvNominee *before = (const BvNominee *) edit->before;
  g_autoptr (BvCampaign) head = NULL;
  const BvGroup *group;

  if (edit->entity != &bv_nominee_entity
      || (before != NULL && g_strcmp0 (before->group, nominee->group) == 0))
    return TRUE;
  head = bv_campaigns_read (library, edit->campaign, BV_CAMPAIGN_HEAD, error);
  group = head != NULL ? bv_record_find (head->groups, nominee->group) : NULL;
  if (group != NULL)
    bv_nominee_enter (nominee, group);
  return head != NULL;
}

static gboolean
insert_record (BvLibrary *library, gpointer data, GError **error)
{
  Edit *edit = data;
  g_autoptr (BvKeyMap) keys = bv_key_map_open (library, edit->campaign);
  gint64 owners[BV_LAYOUT_MAX_OWNERS + 1];

  if (!key_is_free (library, edit, error) || !enter_group (library, edit, error)
      || !list_owners (library, edit, owners, error))
    return FALSE;
  if (!bv_records_insert (library, edit->record, keys, owners, BV_NONE, error))
    return FALSE;
  if (edit->entity == &bv_campaign_entity)
    edit->campaign = edit->record->id;
  if (edit->entity == &bv_unit_entity
      && !bv_edit_add_participation (library, edit->campaign, edit->record->id, error))
    return FALSE;
  return bv_edit_check (library, edit->campaign, NULL, edit->record, error);
}

static void
settle (BvRecord *record, const BvRecord *before)
{
  if (record->entity == &bv_nominee_entity)
    bv_decisions_settle ((BvNominee *) record, (const BvNominee *) before);
}

/**
 * bv_edit_add:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @owner: of a criterion the row of its group or section; else @campaign
 * @record: a new record; it is given its row, and a nominee what its group begins with
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_edit_add (BvLibrary *library, gint64 campaign, gint64 owner, gpointer record, GError **error)
{
  BvRecord *self = record;
  g_autofree char *name = name_record (library, campaign, record);
  g_autofree char *word = bv_entity_word (self->entity);
  g_autofree char *label
    = g_strdup_printf (_ ("Add %s: %s"), word, name != NULL && *name != '\0' ? name : bv_record_key (record));
  Edit edit = { campaign, owner, self->entity, 0, record, NULL, BV_MEND_NOTHING };

  settle (record, NULL);
  return bv_journal_act (library, label, insert_record, &edit, NULL, error);
}

/* Assessments name criteria of the nominee's group, so with another group they are written again. */
static gboolean
move_assessments (BvLibrary *library, Edit *edit, BvKeyMap *keys, GError **error)
{
  const gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { edit->campaign };
  const BvField *field = bv_entity_find_field (&bv_nominee_entity, "assessments");
  g_autoptr (BvRecord) bare = bv_record_copy (edit->before);

  bv_field_clear (field, bare);
  if (!bv_records_update (library, edit->before, bare, keys, owners, error))
    return FALSE;
  return bv_records_update (library, bare, edit->record, keys, owners, error);
}

static gboolean
mend_group (BvLibrary *library, const BvGroup *before, const BvGroup *after, BvMend mend, GError **error)
{
  g_autoptr (BvConsequences) consequences = bv_consequences_new ();

  return bv_answers_count_misplaced (library, before, after, consequences, error)
         && bv_answers_allow (consequences, mend, error)
         && bv_answers_drop_nominees (library, before, after, error);
}

/* What was answered already is brought to what is asked now, or that is refused. */
static gboolean
mend_answers (BvLibrary *library, const Edit *edit, GError **error)
{
  if (edit->entity == &bv_criterion_entity)
    return bv_answers_mend (library, edit->campaign, (const BvCriterion *) edit->before,
                            (const BvCriterion *) edit->record, edit->mend, error);
  if (edit->entity == &bv_group_entity)
    return mend_group (library, (const BvGroup *) edit->before, (const BvGroup *) edit->record, edit->mend,
                       error);
  return TRUE;
}

static gboolean
update_record (BvLibrary *library, gpointer data, GError **error)
{
  Edit *edit = data;
  g_autoptr (BvKeyMap) keys = bv_key_map_open (library, edit->campaign);
  const gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { 0 };
  gboolean ok;

  if (!key_is_free (library, edit, error) || !enter_group (library, edit, error)
      || !mend_answers (library, edit, error))
    return FALSE;
  edit->record->ordinal = edit->before->ordinal;
  if (edit->entity == &bv_nominee_entity
      && !g_str_equal (((BvNominee *) edit->before)->group, ((BvNominee *) edit->record)->group))
    ok = move_assessments (library, edit, keys, error);
  else
    ok = bv_records_update (library, edit->before, edit->record, keys, owners, error);
  return ok && bv_edit_check (library, edit->campaign, edit->before, edit->record, error);
}

static gboolean
find_owner (BvLibrary *library, Edit *edit, GError **error)
{
  edit->owner = edit->campaign;
  return edit->entity != &bv_criterion_entity
         || bv_statement_read_number (library, GROUP_OF, &edit->owner, error, "i", edit->id);
}

/**
 * bv_edit_update:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @record: a record that was read with bv_edit_read() and changed; a nominee of another group is given what
 * that begins with
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure; %BV_STORE_ERROR_LOSS where answers would
 * be lost, or points lie above a maximum
 */
gboolean
bv_edit_update (BvLibrary *library, gint64 campaign, gpointer record, GError **error)
{
  return bv_edit_update_mending (library, campaign, record, BV_MEND_NOTHING, error);
}

/**
 * bv_edit_update_mending:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @record: a record that was read with bv_edit_read() and changed
 * @mend: what may be done to answers; of a group that changes its kind, to its nominees
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure; %BV_STORE_ERROR_LOSS where more than
 * @mend would be needed
 */
gboolean
bv_edit_update_mending (BvLibrary *library, gint64 campaign, gpointer record, BvMend mend, GError **error)
{
  BvRecord *self = record;
  g_autoptr (BvRecord) before = bv_edit_read (library, self->entity, self->id, error);
  g_autofree char *name = NULL;
  g_autofree char *fields = NULL;
  g_autofree char *label = NULL;
  Edit edit
    = { .campaign = campaign, .entity = self->entity, .id = self->id, .record = record, .mend = mend };

  if (before == NULL || !find_owner (library, &edit, error))
    return FALSE;
  settle (record, before);
  edit.before = before;
  name = name_record (library, campaign, record);
  fields = list_changed_fields (before, record);
  label = g_strdup_printf (_ ("Edit %s: %s"), fields, name);
  return bv_journal_act (library, label, update_record, &edit, NULL, error);
}

static gboolean
fail_in_use (const Edit *edit, GError **error)
{
  g_autofree char *word = bv_entity_word (edit->entity);

  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT,
               _ ("the %s is still in use: remove what names it first"), word);
  return FALSE;
}

static gboolean
check_unit_is_free (BvLibrary *library, const Edit *edit, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *reason = bv_unit_use_explain (library, edit->campaign, edit->id, &local);

  if (reason != NULL)
    g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT, reason);
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    return TRUE;
  return FALSE;
}

/* The registry keeps a unit that other campaigns, or units below it, still need. */
static gboolean
remove_unit (BvLibrary *library, const Edit *edit, GError **error)
{
  return check_unit_is_free (library, edit, error)
         && bv_statement_run (library, "DELETE FROM participation WHERE campaign = ?1 AND unit = ?2", error,
                              "ii", edit->campaign, edit->id)
         && bv_statement_run (
           library,
           "DELETE FROM unit WHERE id = ?1 AND NOT EXISTS (SELECT * FROM participation WHERE unit = ?1) "
           "AND NOT EXISTS (SELECT * FROM unit WHERE parent = ?1) "
           "AND NOT EXISTS (SELECT * FROM nominee WHERE unit = ?1) "
           "AND NOT EXISTS (SELECT * FROM \"group\" WHERE assessor = ?1) "
           "AND NOT EXISTS (SELECT * FROM criterion WHERE assessor = ?1)",
           error, "i", edit->id);
}

static gboolean
remove_row (BvLibrary *library, const Edit *edit, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?1", edit->entity->name);
  g_autoptr (GError) local = NULL;

  if (bv_statement_run (library, sql, &local, "i", edit->id))
    return TRUE;
  if (sqlite3_extended_errcode (library->db) == SQLITE_CONSTRAINT_FOREIGNKEY)
    return fail_in_use (edit, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
remove_mended (BvLibrary *library, const Edit *edit, GError **error)
{
  gboolean ok = edit->entity == &bv_unit_entity ? remove_unit (library, edit, error)
                                                : remove_row (library, edit, error);

  return ok && bv_edit_check (library, edit->campaign, edit->before, NULL, error);
}

/* Nobody is left in a group that goes, and no quota names it. */
static gboolean
empty_group (BvLibrary *library, const Edit *edit, GError **error)
{
  return bv_answers_drop_nominees (library, (const BvGroup *) edit->before, NULL, error)
         && bv_statement_run (library, "DELETE FROM quota_group WHERE \"group\" = ?1", error, "i", edit->id)
         && bv_statement_run (library, "DELETE FROM quota_cap WHERE \"group\" = ?1", error, "i", edit->id);
}

static gboolean
mend_removal (BvLibrary *library, const Edit *edit, GError **error)
{
  g_autoptr (BvConsequences) consequences = NULL;

  if (edit->entity == &bv_group_entity && (edit->mend & BV_MEND_DROP) != 0)
    return empty_group (library, edit, error);
  if (edit->entity != &bv_criterion_entity && edit->entity != &bv_group_entity)
    return TRUE;
  consequences = bv_consequences_read_removal (library, edit->campaign, edit->entity, edit->id, error);
  return consequences != NULL && bv_answers_allow (consequences, edit->mend, error);
}

static gboolean
remove_record (BvLibrary *library, gpointer data, GError **error)
{
  const Edit *edit = data;

  return mend_removal (library, edit, error) && remove_mended (library, edit, error);
}

/**
 * bv_edit_remove:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @entity: as for bv_edit_find()
 * @id: the record's row
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Removes the record with all that belongs to it, but no criterion that was answered, and no group in which
 * somebody is nominated.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_edit_remove (BvLibrary *library, gint64 campaign, const BvEntity *entity, gint64 id, GError **error)
{
  return bv_edit_remove_mending (library, campaign, entity, id, BV_MEND_NOTHING, error);
}

/**
 * bv_edit_remove_mending:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @entity: as for bv_edit_find()
 * @id: the record's row
 * @mend: %BV_MEND_DROP: a criterion goes with its answers, a group with its nominees and out of the quotas
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_edit_remove_mending (BvLibrary *library,
                        gint64 campaign,
                        const BvEntity *entity,
                        gint64 id,
                        BvMend mend,
                        GError **error)
{
  g_autoptr (BvRecord) record = bv_edit_read (library, entity, id, error);
  g_autofree char *name = NULL;
  g_autofree char *word = NULL;
  g_autofree char *label = NULL;
  Edit edit = { campaign, campaign, entity, id, NULL, record, mend };

  if (record == NULL)
    return FALSE;
  name = name_record (library, campaign, record);
  word = bv_entity_word (entity);
  label = g_strdup_printf (_ ("Remove %s: %s"), word, name);
  return bv_journal_act (library, label, remove_record, &edit, NULL, error);
}
