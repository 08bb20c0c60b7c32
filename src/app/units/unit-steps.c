/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/units/unit-steps.h"

#include "app/rules/record-dialog.h"
#include "app/units/unit-choices.h"
#include "core/unit.h"
#include "store/edit.h"
#include "store/registry/unit-edit.h"

#include <glib/gi18n-lib.h>

#define GUIDE "02-don-vi.html"

/* What is asked: each step has some of it. */
typedef struct
{
  BvRecord record;
  char *into;
  char *code;
  char *name;
  char *short_name;
  char *parent;
  char *second_code;
  char *second_name;
  gint64 day;
} Asked;

#define FIELD(member, name, type, title, ...) BV_FIELD (Asked, member, name, type, title, ##__VA_ARGS__)
#define DAY FIELD (day, "day", DATE, N_ ("On day"), .flags = BV_FIELD_REQUIRED | BV_FIELD_NULLABLE)

static const BvField change_fields[] = {
  FIELD (name, "name", TEXT, N_ ("Name"), .flags = BV_FIELD_REQUIRED),
  FIELD (short_name, "short", TEXT, N_ ("Short name")),
  FIELD (parent, "parent", REFERENCE, N_ ("Under"), .flags = BV_FIELD_NULLABLE, .target = &bv_unit_entity),
  DAY,
};

static const BvField merge_fields[] = {
  FIELD (into,
         "into",
         REFERENCE,
         N_ ("Becomes part of"),
         .flags = BV_FIELD_REQUIRED | BV_FIELD_NULLABLE,
         .target = &bv_unit_entity),
  DAY,
};

static const BvField split_fields[] = {
  FIELD (code, "code", TEXT, N_ ("First code"), .flags = BV_FIELD_REQUIRED),
  FIELD (name, "name", TEXT, N_ ("First name"), .flags = BV_FIELD_REQUIRED),
  FIELD (second_code, "second_code", TEXT, N_ ("Second code"), .flags = BV_FIELD_REQUIRED),
  FIELD (second_name, "second_name", TEXT, N_ ("Second name"), .flags = BV_FIELD_REQUIRED),
  DAY,
};

static const BvField close_fields[] = { DAY };

static const BvEntity change_entity
  = BV_ENTITY ("unit-change", NULL, N_ ("Change from a day"), Asked, change_fields);
static const BvEntity merge_entity = BV_ENTITY ("unit-merge", NULL, N_ ("Merge"), Asked, merge_fields);
static const BvEntity split_entity = BV_ENTITY ("unit-split", NULL, N_ ("Split"), Asked, split_fields);
static const BvEntity close_entity = BV_ENTITY ("unit-close", NULL, N_ ("Close"), Asked, close_fields);

/* How a step is asked for. */
typedef struct
{
  const BvEntity *entity;
  const char *verb;
  const char *outlook; /* what it leads to */
  gboolean (*take) (BvUnitStep *step, const Asked *asked, GError **error);
} Kind;

typedef struct
{
  BvUnitStep step;
  const Kind *kind; /* NULL: a new unit */
} Asking;

static Asking *
asking_new (const BvUnitStep *step, const Kind *kind)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking){ *step, kind };
  g_object_ref (asking->step.session);
  g_object_ref (asking->step.data);
  return asking;
}

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->step.session);
  g_object_unref (asking->step.data);
  g_free (asking);
}

static BvLibrary *
get_library (const BvUnitStep *step)
{
  return bv_session_get_library (step->session);
}

static gint64
get_campaign (const BvUnitStep *step)
{
  return bv_session_get_campaign (step->session);
}

static gboolean
add_unit (gpointer record, gpointer data, GError **error)
{
  g_autoptr (BvRecord) unit = bv_record_copy (record);
  const BvUnitStep *step = &((Asking *) data)->step;

  if (!bv_edit_add (get_library (step), get_campaign (step), get_campaign (step), unit, error))
    return FALSE;
  step->ended (unit->id, step->data);
  return TRUE;
}

/**
 * bv_unit_steps_add:
 * @step: whose step it is
 *
 * Asks for a new unit of the campaign.
 */
void
bv_unit_steps_add (const BvUnitStep *step)
{
  static const char *const fields[] = { "code", "name", "short", "type", "parent", NULL };
  g_autoptr (BvRecord) above
    = step->unit != 0 ? bv_edit_read (get_library (step), &bv_unit_entity, step->unit, NULL) : NULL;
  BvUnit *unit = bv_record_new (&bv_unit_entity);

  if (above != NULL)
    unit->parent = g_strdup (((BvUnit *) above)->parent);
  bv_record_dialog_new (step->parent, step->session, unit, fields,
                        &(BvRecordAdder){ add_unit, asking_new (step, NULL), asking_free, .guide = GUIDE,
                                          .list = bv_unit_choices_list });
}

static gboolean
change_unit (BvUnitStep *step, const Asked *asked, GError **error)
{
  g_autoptr (BvRecord) record = bv_edit_read (get_library (step), &bv_unit_entity, step->unit, error);
  BvUnit *unit = (BvUnit *) record;

  if (unit == NULL)
    return FALSE;
  g_free (unit->name);
  unit->name = g_strdup (asked->name);
  g_free (unit->short_name);
  unit->short_name = g_strdup (asked->short_name);
  g_free (unit->parent);
  unit->parent = g_strdup (asked->parent);
  step->unit = bv_unit_edit_change_from (get_library (step), get_campaign (step), unit, asked->day, error);
  return step->unit != 0;
}

static gboolean
merge_unit (BvUnitStep *step, const Asked *asked, GError **error)
{
  gint64 row = bv_unit_choices_find (step->session, &bv_unit_entity, asked->into, error);
  g_autoptr (BvRecord) into
    = row != 0 ? bv_edit_read (get_library (step), &bv_unit_entity, row, error) : NULL;
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (units, step->unit);
  if (into == NULL
      || bv_unit_edit_merge (get_library (step), get_campaign (step), units, (BvUnit *) into, asked->day,
                             error)
           == 0)
    return FALSE;
  step->unit = row;
  return TRUE;
}

static void
add_part (GPtrArray *parts, const BvUnit *from, const char *code, const char *name)
{
  BvUnit *part = bv_record_new (&bv_unit_entity);

  g_free (part->code);
  part->code = g_strdup (code);
  g_free (part->name);
  part->name = g_strdup (name);
  g_free (part->type);
  part->type = g_strdup (from->type);
  g_ptr_array_add (parts, part);
}

static gboolean
split_unit (BvUnitStep *step, const Asked *asked, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (bv_record_free);
  g_autoptr (BvRecord) from = bv_edit_read (get_library (step), &bv_unit_entity, step->unit, error);

  if (from == NULL)
    return FALSE;
  add_part (parts, (BvUnit *) from, asked->code, asked->name);
  add_part (parts, (BvUnit *) from, asked->second_code, asked->second_name);
  if (!bv_unit_edit_split (get_library (step), get_campaign (step), step->unit, parts, asked->day, error))
    return FALSE;
  step->unit = ((BvRecord *) g_ptr_array_index (parts, 0))->id;
  return TRUE;
}

static gboolean
close_unit (BvUnitStep *step, const Asked *asked, GError **error)
{
  return bv_unit_edit_close (get_library (step), get_campaign (step), step->unit, asked->day, error);
}

static gboolean
take_asked (gpointer record, gpointer data, GError **error)
{
  Asking *asking = data;

  if (!asking->kind->take (&asking->step, record, error))
    return FALSE;
  asking->step.ended (asking->step.unit, asking->step.data);
  return TRUE;
}

static char *
describe (gconstpointer record, gpointer data)
{
  return g_strdup (_ (((const Asking *) data)->kind->outlook));
}

/* What the unit is now, for what is kept of it. */
static Asked *
create_asked (const Kind *kind, const BvUnit *unit)
{
  Asked *asked = bv_record_new (kind->entity);

  if (kind->entity != &change_entity)
    return asked;
  g_free (asked->name);
  asked->name = g_strdup (unit->name);
  g_free (asked->short_name);
  asked->short_name = g_strdup (unit->short_name);
  asked->parent = g_strdup (unit->parent);
  return asked;
}

static void
ask (const BvUnitStep *step, const Kind *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) unit = bv_edit_read (get_library (step), &bv_unit_entity, step->unit, &error);
  g_autofree char *title = NULL;

  if (unit == NULL)
    {
      bv_session_report (step->session, error);
      return;
    }
  title = g_strdup_printf ("%s: %s", _ (kind->entity->title), ((BvUnit *) unit)->name);
  bv_record_dialog_new (step->parent, step->session, create_asked (kind, (BvUnit *) unit), NULL,
                        &(BvRecordAdder){ take_asked, asking_new (step, kind), asking_free, title,
                                          _ (kind->verb), GUIDE, bv_unit_choices_list, describe });
}

/**
 * bv_unit_steps_change:
 * @step: whose step it is
 *
 * Asks for another name, or another unit above, from a day on.
 */
void
bv_unit_steps_change (const BvUnitStep *step)
{
  static const Kind kind = {
    &change_entity,
    N_ ("_Change"),
    N_ (
      "Campaigns that begin before that day keep the unit as it is now. What stands under it goes with it."),
    change_unit,
  };

  ask (step, &kind);
}

/**
 * bv_unit_steps_merge:
 * @step: whose step it is
 *
 * Asks into which other unit it is merged on a day.
 */
void
bv_unit_steps_merge (const BvUnitStep *step)
{
  static const Kind kind = {
    &merge_entity,
    N_ ("_Merge"),
    N_ ("On that day it is no more; the other unit takes its name among its other spellings, and what stands "
        "under it. Campaigns that begin before keep it."),
    merge_unit,
  };

  ask (step, &kind);
}

/**
 * bv_unit_steps_split:
 * @step: whose step it is
 *
 * Asks for the two units that come of it on a day.
 */
void
bv_unit_steps_split (const BvUnitStep *step)
{
  static const Kind kind = {
    &split_entity,
    N_ ("_Split"),
    N_ ("On that day two units take its place. Campaigns that begin before keep it."),
    split_unit,
  };

  ask (step, &kind);
}

/**
 * bv_unit_steps_close:
 * @step: whose step it is
 *
 * Asks on which day it is no more.
 */
void
bv_unit_steps_close (const BvUnitStep *step)
{
  static const Kind kind = {
    &close_entity,
    N_ ("_Close the unit"),
    N_ ("On that day it is no more. Campaigns that begin before keep it."),
    close_unit,
  };

  ask (step, &kind);
}
