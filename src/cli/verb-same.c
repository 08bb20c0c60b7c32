/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/grid.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/field-value.h"
#include "core/identity.h"
#include "core/text/text.h"
#include "store/campaigns.h"
#include "store/distinct-edit.h"

#include <glib/gi18n-lib.h>

static const char *
strength_name (const BvSameGroup *group)
{
  return group->strong ? "strong" : "weak";
}

static void
print_group_as_json (BvJsonWriter *writer, const BvIdentity *identity, const BvSameGroup *group)
{
  bv_json_writer_begin (writer, '{');
  bv_json_writer_add_string (writer, "kind", bv_same_kinds[group->kind].name);
  bv_json_writer_add_string (writer, "strength", strength_name (group));
  bv_json_writer_name (writer, "nominees");
  bv_json_writer_begin_flat (writer, '[');
  for (guint i = 0; i < group->nominees->len; i++)
    bv_json_writer_string (writer, bv_same_group_nominee (identity, group, i)->key);
  bv_json_writer_end_array (writer);
  bv_json_writer_add_string (writer, "what", group->what);
  bv_json_writer_add_boolean (writer, "silenced", group->silenced);
  if (group->silenced)
    {
      bv_json_writer_add_string (writer, "reason", group->reason);
    }
  bv_json_writer_end_object (writer);
}

static void
print_as_json (const BvIdentity *identity, GPtrArray *groups)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; i < groups->len; i++)
    print_group_as_json (&writer, identity, g_ptr_array_index (groups, i));
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
}

static const char *
what_was_said (const BvSameGroup *group)
{
  if (!group->silenced)
    return "";
  return bv_text_is_blank (group->reason) ? _ ("not the same") : group->reason;
}

static void
add_group (BvGrid *grid, const BvIdentity *identity, const BvSameGroup *group)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < group->nominees->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", bv_same_group_nominee (identity, group, i)->key);
  bv_grid_add (grid, bv_same_kinds[group->kind].name);
  bv_grid_add (grid, strength_name (group));
  bv_grid_add (grid, group->what);
  bv_grid_take (grid, bv_text_phrase (what_was_said (group)));
  bv_grid_take (grid, g_string_free (keys, FALSE));
}

static void
print_table (const BvIdentity *identity, GPtrArray *groups)
{
  g_autoptr (BvGrid) grid
    = bv_grid_new ("lllll", _ ("Kind"), _ ("Strength"), _ ("What"), _ ("Said"), _ ("Nominees"), NULL);

  for (guint i = 0; i < groups->len; i++)
    add_group (grid, identity, g_ptr_array_index (groups, i));
  if (groups->len > 0)
    bv_grid_print (grid);
  else
    bv_output_line (_ ("Nothing is the same twice."));
}

static GPtrArray *
list_groups (const BvCall *call, const BvIdentity *identity)
{
  GPtrArray *groups = g_ptr_array_new ();

  for (guint i = 0; i < identity->groups->len; i++)
    {
      BvSameGroup *group = g_ptr_array_index (identity->groups, i);

      if (!group->silenced || bv_call_has (call, BV_OPTION_ALL))
        g_ptr_array_add (groups, group);
    }
  return groups;
}

static gboolean
print_groups (const BvCall *call, BvLibrary *library, gint64 campaign, GError **error)
{
  gint64 date = 0;
  g_autoptr (BvCampaign) read = NULL;
  g_autoptr (BvIdentity) identity = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  if (!bv_call_read_date (call, library, campaign, &date, error)
      || (read = bv_campaigns_read (library, campaign, BV_CAMPAIGN_IDENTITY, error)) == NULL)
    return FALSE;
  identity = bv_identity_find (read, date);
  groups = list_groups (call, identity);
  if (bv_call_has (call, BV_OPTION_JSON))
    print_as_json (identity, groups);
  else
    print_table (identity, groups);
  return TRUE;
}

static gboolean
list (const BvCall *call, GError **error)
{
  gint64 campaign = 0;
  g_autoptr (BvLibrary) library = bv_call_open_campaign (call, BV_LIBRARY_READ, &campaign, error);

  return library != NULL && print_groups (call, library, campaign, error);
}

static gboolean
read_kind (const BvCall *call, gint64 *kind, GError **error)
{
  const char *name = call->operands->len > 0 ? bv_call_operand (call, 0) : NULL;

  *kind = name != NULL ? bv_choice_parse (bv_same_kinds, name) : BV_NONE;
  return *kind != BV_NONE
         || bv_call_fail_usage (
           error, _ ("KIND is missing or unknown: person, unit, initiative, evidence or commended"));
}

static char **
list_nominees (const BvCall *call)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 1; i < call->operands->len; i++)
    g_strv_builder_add (keys, bv_call_operand (call, i));
  return g_strv_builder_end (keys);
}

static gboolean
say (const BvCall *call, GError **error)
{
  const char *given = call->options[BV_OPTION_REASON];
  g_auto (GStrv) nominees = list_nominees (call);
  g_autoptr (BvLibrary) library = NULL;
  gint64 campaign = 0;
  gint64 kind;
  GError *cause = NULL;
  gboolean ok;

  if (!read_kind (call, &kind, error)
      || (library = bv_call_open_campaign (call, BV_LIBRARY_WRITE, &campaign, error)) == NULL)
    return FALSE;
  ok = bv_call_has (call, BV_OPTION_AGAIN)
         ? bv_distinct_edit_take_back (library, campaign, kind, (const char *const *) nominees, error)
         : bv_distinct_edit_say (library, campaign, kind, (const char *const *) nominees,
                                 given != NULL ? given : "", error);
  if (ok && bv_call_has (call, BV_OPTION_JSON))
    return bv_output_settle (print_groups (call, library, campaign, &cause), cause);
  if (ok)
    bv_output_done (library);
  return ok;
}

/**
 * bv_verb_same:
 * @call: a call
 * @error: return location for an error
 *
 * Lists what is the same twice (RULES.md), or writes down what somebody found who looked at it.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_same (const BvCall *call, GError **error)
{
  gboolean distinct = bv_call_has (call, BV_OPTION_DISTINCT);
  gboolean again = bv_call_has (call, BV_OPTION_AGAIN);

  if (distinct && again)
    return bv_call_fail_usage (error, _ ("--distinct and --again are opposites: choose one"));
  if (!distinct && bv_call_has (call, BV_OPTION_REASON))
    return bv_call_fail_usage (error, _ ("--reason is why nominees of --distinct stand"));
  if ((distinct || again) && (bv_call_has (call, BV_OPTION_ALL) || bv_call_has (call, BV_OPTION_DATE)))
    return bv_call_fail_usage (
      error, _ ("--all and --date are for listing only: leave them out with --distinct and --again"));
  if (distinct || again)
    return say (call, error);
  if (call->operands->len > 0)
    return bv_call_fail_usage (error, _ ("“same” takes nominees only with --distinct or --again"));
  return list (call, error);
}
