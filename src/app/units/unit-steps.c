/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/units/unit-steps.h"

#include "app/rules/record-dialog.h"
#include "app/units/unit-choices.h"
#include "app/units/unit-parts.h"
#include "app/units/unit-ticks.h"
#include "core/unit.h"
#include "store/edit.h"
#include "store/registry/unit-edit.h"

#include <glib/gi18n-lib.h>

#define GUIDE "02-don-vi.html"

typedef enum
{
  INTO_NEW,
  INTO_OTHER,
} Into;

static const BvChoice intos[] = {
  [INTO_NEW] = { "new", N_ ("A new unit") },
  [INTO_OTHER] = { "other", N_ ("A unit that is there") },
  { NULL, NULL },
};

/* What is asked: each step has some of it. */
typedef struct
{
  BvRecord record;
  gint64 kind; /* an Into */
  char *into;
  char *code;
  char *name;
  char *short_name;
  char *type;
  char *parent;
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

#define OF_NEW .kinds = 1u << INTO_NEW

static const BvField merge_fields[] = {
  FIELD (kind, "kind", CHOICE, N_ ("They become"), .choices = intos),
  FIELD (into,
         "into",
         REFERENCE,
         N_ ("Which"),
         .flags = BV_FIELD_NULLABLE,
         .target = &bv_unit_entity,
         .kinds = 1u << INTO_OTHER),
  FIELD (code, "code", TEXT, N_ ("Code"), OF_NEW),
  FIELD (name, "name", TEXT, N_ ("Name"), OF_NEW),
  FIELD (type, "type", TEXT, N_ ("Type"), OF_NEW),
  FIELD (parent,
         "parent",
         REFERENCE,
         N_ ("Under"),
         .flags = BV_FIELD_NULLABLE,
         .target = &bv_unit_entity,
         OF_NEW),
  DAY,
};

/* Of what a step asks that asks for nothing else. */
static const BvField day_fields[] = { DAY };

static const BvEntity change_entity
  = BV_ENTITY ("unit-change", NULL, N_ ("Change from a day"), Asked, change_fields);
static const BvEntity merge_entity = BV_ENTITY ("unit-merge", NULL, N_ ("Merge"), Asked, merge_fields);
static const BvEntity split_entity = BV_ENTITY ("unit-split", NULL, N_ ("Split"), Asked, day_fields);
static const BvEntity close_entity = BV_ENTITY ("unit-close", NULL, N_ ("Close"), Asked, day_fields);

/* How a step is asked for. */
typedef struct
{
  const BvEntity *entity;
  const char *verb;
  const char *outlook; /* what it leads to */
  gboolean (*take) (BvUnitStep *step, const Asked *asked, GtkWidget *extra, GError **error);
  GtkWidget *(*create_extra) (const BvUnitStep *step); /* what else it asks; NULL: nothing */
} Kind;

typedef struct
{
  BvUnitStep step;
  const Kind *kind; /* NULL: a new unit */
  GtkWidget *extra; /* the dialog's; NULL: none */
} Asking;

static Asking *
asking_new (const BvUnitStep *step, const Kind *kind)
{
  Asking *asking = g_new (Asking, 1);

  *asking
    = (Asking){ *step, kind, kind != NULL && kind->create_extra != NULL ? kind->create_extra (step) : NULL };
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

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static gboolean
change_unit (BvUnitStep *step, const Asked *asked, GtkWidget *extra, GError **error)
{
  g_autoptr (BvRecord) record = bv_edit_read (get_library (step), &bv_unit_entity, step->unit, error);
  BvUnit *unit = (BvUnit *) record;

  if (unit == NULL)
    return FALSE;
  set_text (&unit->name, asked->name);
  set_text (&unit->short_name, asked->short_name);
  set_text (&unit->parent, asked->parent);
  step->unit = bv_unit_edit_change_from (get_library (step), get_campaign (step), unit, asked->day, error);
  return step->unit != 0;
}

static gboolean
fail_missing (const char *title, GError **error)
{
  g_set_error (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_VALUE, _ ("This is missing: %s"), title);
  return FALSE;
}

static BvUnit *
create_merged (const Asked *asked)
{
  BvUnit *unit = bv_record_new (&bv_unit_entity);

  set_text (&unit->code, asked->code);
  set_text (&unit->name, asked->name);
  set_text (&unit->type, asked->type);
  set_text (&unit->parent, asked->parent);
  return unit;
}

static BvUnit *
read_merged (const BvUnitStep *step, const Asked *asked, GError **error)
{
  gint64 row = 0;

  if (asked->kind == INTO_NEW)
    return create_merged (asked);
  if (asked->into == NULL)
    fail_missing (_ ("Which"), error);
  else
    row = bv_unit_choices_find (step->session, &bv_unit_entity, asked->into, error);
  return row != 0 ? bv_edit_read (get_library (step), &bv_unit_entity, row, error) : NULL;
}

static gboolean
merge_units (BvUnitStep *step, const Asked *asked, GtkWidget *extra, GError **error)
{
  g_autoptr (BvRecord) into = (BvRecord *) read_merged (step, asked, error);
  const BvField *missing = into != NULL ? bv_record_find_missing (into) : NULL;
  gint64 row;

  if (into == NULL)
    return FALSE;
  if (missing != NULL)
    return fail_missing (_ (missing->title), error);
  row = bv_unit_edit_merge (get_library (step), get_campaign (step),
                            bv_unit_ticks_list (BV_UNIT_TICKS (extra)), (BvUnit *) into, asked->day, error);
  if (row != 0)
    step->unit = row;
  return row != 0;
}

static gboolean
check_parts (const GPtrArray *parts, GError **error)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const BvField *missing = bv_record_find_missing (g_ptr_array_index (parts, i));
      g_autofree char *title = missing != NULL ? g_strdup_printf ("%s %u", _ (missing->title), i + 1) : NULL;

      if (title != NULL)
        return fail_missing (title, error);
    }
  return TRUE;
}

static gboolean
split_unit (BvUnitStep *step, const Asked *asked, GtkWidget *extra, GError **error)
{
  g_autoptr (BvRecord) from = bv_edit_read (get_library (step), &bv_unit_entity, step->unit, error);
  g_autoptr (GPtrArray) parts
    = from != NULL ? bv_unit_parts_list (BV_UNIT_PARTS (extra), (BvUnit *) from) : NULL;

  if (parts == NULL || !check_parts (parts, error)
      || !bv_unit_edit_split (get_library (step), get_campaign (step), step->unit, parts, asked->day, error))
    return FALSE;
  step->unit = ((BvRecord *) g_ptr_array_index (parts, 0))->id;
  return TRUE;
}

static gboolean
close_unit (BvUnitStep *step, const Asked *asked, GtkWidget *extra, GError **error)
{
  return bv_unit_edit_close (get_library (step), get_campaign (step), step->unit, asked->day, error);
}

static gboolean
take_asked (gpointer record, gpointer data, GError **error)
{
  Asking *asking = data;

  if (!asking->kind->take (&asking->step, record, asking->extra, error))
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

  if (kind->entity == &change_entity)
    {
      set_text (&asked->name, unit->name);
      set_text (&asked->short_name, unit->short_name);
    }
  if (kind->entity == &merge_entity)
    set_text (&asked->type, unit->type);
  if (kind->entity == &change_entity || kind->entity == &merge_entity)
    set_text (&asked->parent, unit->parent);
  return asked;
}

static void
ask (const BvUnitStep *step, const Kind *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) unit = bv_edit_read (get_library (step), &bv_unit_entity, step->unit, &error);
  g_autofree char *title = NULL;
  Asking *asking;

  if (unit == NULL)
    {
      bv_session_report (step->session, error);
      return;
    }
  title = g_strdup_printf ("%s: %s", _ (kind->entity->title), ((BvUnit *) unit)->name);
  asking = asking_new (step, kind);
  bv_record_dialog_new (step->parent, step->session, create_asked (kind, (BvUnit *) unit), NULL,
                        &(BvRecordAdder){ take_asked, asking, asking_free, title, _ (kind->verb), GUIDE,
                                          bv_unit_choices_list, describe, asking->extra });
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

static GtkWidget *
create_ticks (const BvUnitStep *step)
{
  return bv_unit_ticks_new (step->session, step->unit);
}

/**
 * bv_unit_steps_merge:
 * @step: whose step it is
 *
 * Asks with which other units it becomes one on a day, and which: a new one, or one that is there.
 */
void
bv_unit_steps_merge (const BvUnitStep *step)
{
  static const Kind kind = {
    &merge_entity,
    N_ ("_Merge"),
    N_ (
      "On that day they are no more; what they become takes their names among its other spellings, and what "
      "stands under them. Campaigns that begin before keep them."),
    merge_units,
    create_ticks,
  };

  ask (step, &kind);
}

static GtkWidget *
create_parts (const BvUnitStep *step)
{
  return bv_unit_parts_new ();
}

/**
 * bv_unit_steps_split:
 * @step: whose step it is
 *
 * Asks for the units that come of it on a day.
 */
void
bv_unit_steps_split (const BvUnitStep *step)
{
  static const Kind kind = {
    &split_entity,
    N_ ("_Split"),
    N_ ("On that day they take its place. Campaigns that begin before keep it."),
    split_unit,
    create_parts,
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
