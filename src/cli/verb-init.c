/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/check-warnings.h"
#include "core/check.h"
#include "core/field-value.h"
#include "exchange/shipped/demo.h"
#include "exchange/shipped/templates.h"
#include "exchange/template/moved-dates.h"
#include "exchange/template/outline.h"
#include "store/campaigns.h"

#include <glib/gi18n-lib.h>

/* A campaign that is made by one call. */
typedef struct
{
  BvLibrary *library; /* NULL: not opened yet */
  BvOutline *outline; /* NULL: the demonstration */
  BvCampaign *campaign;
} Making;

static void
making_clear (Making *making)
{
  g_clear_pointer (&making->library, bv_library_close);
  g_clear_pointer (&making->outline, bv_outline_free);
  g_clear_pointer (&making->campaign, bv_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

static void
write_moves (BvJsonWriter *writer, const GPtrArray *moves)
{
  bv_json_writer_name (writer, "shifted");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < moves->len; i++)
    {
      const BvMovedDate *move = g_ptr_array_index (moves, i);

      bv_json_writer_begin_flat (writer, '{');
      bv_json_writer_add_string (writer, "group", move->group);
      bv_json_writer_add_string (writer, "criterion", move->criterion);
      bv_json_writer_name (writer, "before");
      bv_json_writer_date (writer, move->before);
      bv_json_writer_name (writer, "after");
      bv_json_writer_date (writer, move->after);
      bv_json_writer_end_object (writer);
    }
  bv_json_writer_end_array (writer);
}

static void
print_campaign_as_json (const Making *making)
{
  const GPtrArray *moves = making->outline != NULL ? making->outline->text->moves : NULL;
  gboolean has_moves = moves != NULL && moves->len > 0;
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 64);
  if (!has_moves)
    bv_json_writer_begin_flat (&writer, '{');
  else
    bv_json_writer_begin (&writer, '{');
  bv_json_writer_add_string (&writer, "campaign", making->campaign->key);
  if (has_moves)
    write_moves (&writer, moves);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

static void
print_campaign (const BvCall *call, const Making *making)
{
  if (bv_call_has (call, BV_OPTION_JSON))
    print_campaign_as_json (making);
  else
    bv_output_line (_ ("Made the campaign “%s” in %s"), making->campaign->key,
                    bv_library_get_folder (making->library));
}

/* Here nothing is replaced: another word on what to do than that of "load". */
static gboolean
say_what_to_do (const Making *making, GError *cause, GError **error)
{
  if (!g_error_matches (cause, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_error_free (cause);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS,
               _ ("%s: the campaign is in the library already: use it, or another library"),
               bv_library_get_folder (making->library));
  return FALSE;
}

static void
warn (char *message)
{
  if (message != NULL)
    bv_output_warn (message);
  g_free (message);
}

static void
say_what_came_of_it (const Making *making)
{
  const BvOutline *outline = making->outline;
  g_auto (GStrv) left = bv_appointments_list_left (&outline->unassigned);
  g_auto (GStrv) warnings = bv_check_list_warnings (making->campaign);

  warn (bv_moved_dates_describe (outline->text->moves));
  if (outline->n_left_out > 0)
    warn (
      g_strdup_printf (_ ("%u units are not valid on the first day and take no part"), outline->n_left_out));
  bv_output_warn_of_each (left);
  bv_output_warn_of_each (warnings);
}

/* The first day is read before anything else: the dates of a template follow it. */
static gboolean
read_template (const BvCall *call, Making *making, GError **error)
{
  const char *name = call->options[BV_OPTION_TEMPLATE];
  g_autoptr (BvLibrary) library = name != NULL ? bv_call_open (call, BV_LIBRARY_READ, NULL) : NULL;
  gint64 starts = BV_NONE;

  if (!bv_call_take_date (call, BV_OPTION_STARTS, &starts, error))
    return FALSE;
  making->outline
    = bv_outline_read_named (library, name != NULL ? name : bv_templates_get_default (), starts, error);
  return making->outline != NULL;
}

static gboolean
copy_campaign (const BvCall *call, Making *making, GError **error)
{
  g_autoptr (BvCampaign) source = NULL;
  gint64 starts = BV_NONE;
  gint64 id;

  if (call->options[BV_OPTION_TEMPLATE] != NULL)
    return bv_call_fail_usage (error, _ ("--template and --from: give one of them"));
  if (!bv_call_take_date (call, BV_OPTION_STARTS, &starts, error))
    return FALSE;
  making->library = bv_call_open (call, BV_LIBRARY_WRITE, error);
  id
    = making->library != NULL ? bv_campaigns_find (making->library, call->options[BV_OPTION_FROM], error) : 0;
  source = id != 0 ? bv_campaigns_read (making->library, id, BV_CAMPAIGN_FRAME, error) : NULL;
  making->outline = source != NULL ? bv_outline_copy (source, starts, error) : NULL;
  return making->outline != NULL;
}

static gboolean
set_title (const BvCall *call, BvCampaign *campaign, GError **error)
{
  const BvField *field = bv_entity_find_field (&bv_campaign_entity, "title");
  const char *title = call->options[BV_OPTION_TITLE];

  return title == NULL || bv_field_set_from_string (field, campaign, title, error);
}

static gboolean
set_fields (const BvCall *call, BvCampaign *campaign, GError **error)
{
  if (!set_title (call, campaign, error) || !bv_call_take_date (call, BV_OPTION_ENDS, &campaign->ends, error))
    return FALSE;
  if (campaign->considered_on < campaign->ends)
    campaign->considered_on = BV_NONE;
  return TRUE;
}

/* NULL: the units of the campaign that it is made from. */
static const char *
find_registry (const BvCall *call, const BvOutline *outline)
{
  const char *registry = call->options[BV_OPTION_UNITS];

  if (registry != NULL || outline->units != NULL)
    return registry;
  return bv_templates_get_registry (bv_templates_choose_registry (outline->campaign, 0));
}

static gboolean
fill_campaign (const BvCall *call, Making *making, GError **error)
{
  BvOutline *outline = making->outline;

  if (!set_fields (call, outline->campaign, error))
    return FALSE;
  making->campaign = bv_outline_fill (outline, outline->campaign, find_registry (call, outline), error);
  return making->campaign != NULL && bv_check_campaign (making->campaign, error);
}

/* That of the short title, which has the year in it. */
static void
take_key (Making *making)
{
  bv_campaign_take_key (making->campaign);
  bv_outline_take_free_key (making->library, making->campaign);
}

/**
 * bv_verb_init:
 * @call: a call
 * @error: return location for an error
 *
 * Makes a library with the units of a registry and a campaign from a template, in its own time or another;
 * or another campaign in the library from one that is there.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_init (const BvCall *call, GError **error)
{
  g_auto (Making) making = { NULL };
  gboolean copies = call->options[BV_OPTION_FROM] != NULL;
  GError *cause = NULL;

  if (!(copies ? copy_campaign (call, &making, error) : read_template (call, &making, error))
      || !fill_campaign (call, &making, error))
    return FALSE;
  if (copies)
    take_key (&making);
  else
    making.library = bv_call_open (call, BV_LIBRARY_CREATE, error);
  if (making.library == NULL)
    return FALSE;
  if (bv_campaigns_make (making.library, making.campaign, &cause) == 0)
    return say_what_to_do (&making, cause, error);
  say_what_came_of_it (&making);
  print_campaign (call, &making);
  return TRUE;
}

/**
 * bv_verb_demo:
 * @call: a call
 * @error: return location for an error
 *
 * Makes a library with the demonstration.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_demo (const BvCall *call, GError **error)
{
  g_auto (Making) making = { .library = bv_call_open (call, BV_LIBRARY_CREATE, error) };
  GError *cause = NULL;
  gint64 id;

  if (making.library == NULL)
    return FALSE;
  id = bv_demo_create (making.library, call->options[BV_OPTION_TEMPLATE], &cause);
  if (id == 0)
    return say_what_to_do (&making, cause, error);
  making.campaign = bv_campaigns_read (making.library, id, BV_CAMPAIGN_HEAD, &cause);
  if (making.campaign != NULL)
    print_campaign (call, &making);
  return bv_output_settle (making.campaign != NULL, cause);
}
