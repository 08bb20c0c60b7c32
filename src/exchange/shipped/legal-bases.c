/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shipped/legal-bases.h"

#include "core/points.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "exchange/exchange-resources.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>

G_DEFINE_QUARK (bv_legal_bases_error, bv_legal_bases_error)

#define TABLE "/io/github/bangvang/data/legal-bases/acts.json"

static const char *
read_text (const json_t *object, const char *name)
{
  return json_string_value (json_object_get (object, name));
}

static gint64
read_date (const json_t *object, const char *name)
{
  const char *text = read_text (object, name);

  return text != NULL ? bv_date_parse_iso (text, FALSE, NULL) : BV_NONE;
}

static BvLegalActState
read_state (const json_t *object)
{
  BvLegalActState state = BV_LEGAL_ACT_FOUND;

  while (g_strcmp0 (bv_legal_act_state_name (state), read_text (object, "status")) != 0)
    state++;
  return state;
}

static BvLegalAct *
read_act (const json_t *object)
{
  BvLegalAct *act = bv_legal_act_new ();
  json_t *wording;
  size_t i;

  act->state = read_state (object);
  act->name = g_strdup (read_text (object, "name"));
  act->valid_from = read_date (object, "valid_from");
  act->valid_to = read_date (object, "valid_to");
  act->text = g_strdup (read_text (object, "text"));
  json_array_foreach (json_object_get (object, "wordings"), i, wording)
    bv_legal_act_add_wording (act, read_date (wording, "from"), read_text (wording, "text"));
  return act;
}

/* (element-type BvLegalAct) */
static GPtrArray *
read_table (gint64 *known_from)
{
  g_autoptr (GBytes) bytes
    = g_resource_lookup_data (bv_exchange_get_resource (), TABLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  json_auto_t *object = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_legal_act_free);
  json_t *act;
  size_t i;

  json_array_foreach (json_object_get (object, "acts"), i, act) g_ptr_array_add (table, read_act (act));
  *known_from = read_date (object, "known_from");
  return table;
}

/**
 * bv_legal_bases_find:
 * @date: a day, that of the submission
 * @error: return location for a %BV_LEGAL_BASES_ERROR
 *
 * Returns: (transfer full) (nullable): the built-in acts that may be cited on @date; %NULL with @error set
 * where the table does not reach back so far
 */
BvLegalBases *
bv_legal_bases_find (gint64 date, GError **error)
{
  gint64 known_from;
  g_autoptr (GPtrArray) table = read_table (&known_from);
  g_autofree char *day = NULL;
  BvLegalBases *bases;

  if (date < known_from)
    {
      day = bv_date_to_vietnamese (date);
      g_set_error (error, BV_LEGAL_BASES_ERROR, BV_LEGAL_BASES_ERROR_NONE,
                   _ ("no legal bases are built in for %s: write them by hand"), day);
      return NULL;
    }
  bases = g_new0 (BvLegalBases, 1);
  bases->date = date;
  bases->acts = g_ptr_array_new ();
  for (guint i = 0; i < table->len; i++)
    if (bv_legal_act_is_in_force (g_ptr_array_index (table, i), date))
      g_ptr_array_add (bases->acts, g_ptr_array_index (table, i));
  bases->table = g_steal_pointer (&table);
  return bases;
}

/**
 * bv_legal_bases_free:
 * @bases: (transfer full): the acts of a day
 */
void
bv_legal_bases_free (BvLegalBases *bases)
{
  g_ptr_array_unref (bases->acts);
  g_ptr_array_unref (bases->table);
  g_free (bases);
}

/* Whether @line was taken from the table as it is. */
static gboolean
is_built_in (GPtrArray *table, const char *line)
{
  for (guint i = 0; i < table->len; i++)
    if (bv_legal_act_has_wording (g_ptr_array_index (table, i), line))
      return TRUE;
  return FALSE;
}

/* Somebody's own words for @act, which stay. */
static const char *
find_own (GPtrArray *table, const BvLegalAct *act, char **present)
{
  for (guint i = 0; present != NULL && present[i] != NULL; i++)
    if (!is_built_in (table, present[i]) && bv_legal_act_is_cited_by (act, present[i]))
      return present[i];
  return NULL;
}

/**
 * bv_legal_bases_merge:
 * @bases: the acts of a day
 * @present: (nullable): the legal bases of a campaign
 *
 * Puts @bases in the place of all other lines of the table. An act that the campaign cites in its own words
 * stands in these, the regulation of the province that was filled in among them. What is in no table, such as
 * the campaign's own plan, follows in its order.
 *
 * Returns: (transfer full): the legal bases to be
 */
char **
bv_legal_bases_merge (const BvLegalBases *bases, char **present)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < bases->acts->len; i++)
    {
      const BvLegalAct *act = g_ptr_array_index (bases->acts, i);
      const char *own = find_own (bases->table, act, present);

      g_ptr_array_add (lines, (gpointer) (own != NULL ? own : bv_legal_act_cite (act, bases->date)));
    }
  for (guint i = 0; present != NULL && present[i] != NULL; i++)
    if (!is_built_in (bases->table, present[i]) && !g_ptr_array_find (lines, present[i], NULL))
      g_ptr_array_add (lines, present[i]);
  g_ptr_array_add (lines, NULL);
  return g_strdupv ((char **) lines->pdata);
}

static const BvLegalAct *
find_act (GPtrArray *table, const char *line)
{
  for (guint i = 0; i < table->len; i++)
    if (bv_legal_act_is_cited_by (g_ptr_array_index (table, i), line))
      return g_ptr_array_index (table, i);
  return NULL;
}

static void
add_remark (GStrvBuilder *remarks, const BvLegalAct *act, const char *line, gint64 date)
{
  g_autofree char *words = bv_legal_act_describe (act, line, date);
  g_autofree char *name = act != NULL ? g_strdup (act->name) : bv_text_excerpt (line);
  g_autofree char *remark = NULL;

  if (words == NULL)
    return;
  remark = g_strdup_printf ("%s: %s", name, words);
  g_strv_builder_add (remarks, remark);
}

/**
 * bv_legal_bases_list_remarks:
 * @lines: (nullable): the legal bases of a campaign
 * @date: the day on which they are cited
 *
 * Returns: (transfer full): in the user's language, what is to be done about the acts or watched, each with
 * its name; it is for the screen, never for a paper
 */
char **
bv_legal_bases_list_remarks (char **lines, gint64 date)
{
  gint64 known_from;
  g_autoptr (GPtrArray) table = read_table (&known_from);
  g_autoptr (GStrvBuilder) remarks = g_strv_builder_new ();

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    add_remark (remarks, find_act (table, lines[i]), lines[i], date);
  return g_strv_builder_end (remarks);
}
