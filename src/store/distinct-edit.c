/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/distinct-edit.h"

#include "core/check-error.h"
#include "core/field-value.h"
#include "core/nominee.h"
#include "core/text/text.h"
#include "core/text/wording.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/key-map.h"
#include "store/records.h"

#include <glib/gi18n-lib.h>

#define NAMES_MOST 3 /* nominees that a label names */

/* What is said of some nominees in one kind. */
typedef struct
{
  gint64 campaign;
  BvSameKind kind;
  const char *const *nominees;
  const char *reason; /* NULL: nothing, as if nobody had looked at them */
  guint n_removed;
} Saying;

static gboolean
check_number (const Saying *saying, GError **error)
{
  guint n = g_strv_length ((char **) saying->nominees);
  gboolean of_one = saying->kind == BV_SAME_COMMENDED;

  if (of_one ? n == 1 : n > 1)
    return TRUE;
  return bv_check_fail (error, "", "%s",
                        of_one ? _ ("who was commended already is said of one nominee at a time")
                               : _ ("name at least two nominees: one alone is not the same twice"));
}

static gboolean
check_nominees (BvLibrary *library, const Saying *saying, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; saying->nominees[i] != NULL; i++)
    {
      if (bv_edit_find (library, saying->campaign, &bv_nominee_entity, saying->campaign, saying->nominees[i],
                        error)
          == 0)
        return FALSE;
      if (!g_hash_table_add (seen, (gpointer) saying->nominees[i]))
        return bv_check_fail (error, "", _ ("“%s” is named twice"), saying->nominees[i]);
    }
  return check_number (saying, error);
}

static guint
count_named (const Saying *saying, const BvDistinct *distinct)
{
  guint n = 0;

  for (guint i = 0; i < distinct->nominees->len; i++)
    n += g_strv_contains (saying->nominees,
                          ((const BvDistinctNominee *) g_ptr_array_index (distinct->nominees, i))->nominee);
  return n;
}

/* What is said anew takes the place of what was said of them alone; what is taken back, of any two of them.
 */
static gboolean
takes_place_of (const Saying *saying, const BvDistinct *distinct)
{
  guint n = distinct->kind == (gint64) saying->kind ? count_named (saying, distinct) : 0;

  if (saying->reason != NULL || saying->kind == BV_SAME_COMMENDED)
    return n > 0 && n == distinct->nominees->len;
  return n > 1;
}

/* Nothing is to be written twice. */
static gboolean
is_said (const Saying *saying, const BvCampaign *campaign)
{
  guint n = g_strv_length ((char **) saying->nominees);

  for (guint i = 0; i < campaign->distinct->len; i++)
    {
      const BvDistinct *distinct = g_ptr_array_index (campaign->distinct, i);

      if (distinct->kind == (gint64) saying->kind && distinct->nominees->len == n
          && count_named (saying, distinct) == n && g_strcmp0 (distinct->reason, saying->reason) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
remove_entries (BvLibrary *library,
                Saying *saying,
                const BvCampaign *campaign,
                BvKeyMap *keys,
                GError **error)
{
  const gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { saying->campaign };

  for (guint i = 0; i < campaign->distinct->len; i++)
    {
      const BvDistinct *distinct = g_ptr_array_index (campaign->distinct, i);

      if (!takes_place_of (saying, distinct))
        continue;
      if (!bv_records_remove (library, &distinct->record, keys, owners, error))
        return FALSE;
      saying->n_removed++;
    }
  return TRUE;
}

static BvDistinct *
make_entry (const Saying *saying)
{
  BvDistinct *distinct = bv_record_new (&bv_distinct_entity);

  distinct->kind = saying->kind;
  g_free (distinct->reason);
  distinct->reason = g_strdup (saying->reason);
  for (guint i = 0; saying->nominees[i] != NULL; i++)
    {
      BvDistinctNominee *named = bv_record_new (&bv_distinct_nominee_entity);

      g_free (named->nominee);
      named->nominee = g_strdup (saying->nominees[i]);
      g_ptr_array_add (distinct->nominees, named);
    }
  return distinct;
}

static gboolean
write_saying (BvLibrary *library, gpointer data, GError **error)
{
  Saying *saying = data;
  const gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { saying->campaign };
  g_autoptr (BvKeyMap) keys = bv_key_map_open (library, saying->campaign);
  g_autoptr (BvCampaign) campaign
    = bv_campaigns_read (library, saying->campaign, BV_CAMPAIGN_DISTINCT, error);
  g_autoptr (BvRecord) entry = NULL;

  if (campaign == NULL)
    return FALSE;
  if (is_said (saying, campaign))
    return TRUE;
  if (!remove_entries (library, saying, campaign, keys, error))
    return FALSE;
  if (saying->reason != NULL)
    {
      entry = (BvRecord *) make_entry (saying);
      return bv_records_insert (library, entry, keys, owners, BV_NONE, error);
    }
  if (saying->n_removed > 0)
    return TRUE;
  g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                       _ ("nothing was said of these nominees: see “same --all”"));
  return FALSE;
}

static char *
list_names (BvLibrary *library, const Saying *saying)
{
  GString *names = g_string_new (NULL);
  guint n = g_strv_length ((char **) saying->nominees);
  guint n_named = MIN (n, NAMES_MOST);

  for (guint i = 0; i < n_named; i++)
    {
      gint64 nominee = bv_edit_find (library, saying->campaign, &bv_nominee_entity, saying->campaign,
                                     saying->nominees[i], NULL);
      g_autofree char *name = bv_edit_name_nominee (library, nominee);
      g_autofree char *phrase = bv_text_phrase (name);

      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", phrase);
    }
  bv_wording_append_rest (names, "; ", n - n_named);
  return g_string_free (names, FALSE);
}

static gboolean
act (BvLibrary *library, Saying *saying, const char *format, GError **error)
{
  g_autofree char *names = NULL;
  g_autoptr (GString) label = g_string_new (format);

  if (!check_nominees (library, saying, error))
    return FALSE;
  names = list_names (library, saying);
  g_string_append_printf (label, ": %s", names);
  return bv_journal_act (library, label->str, write_saying, saying, NULL, error);
}

/**
 * bv_distinct_edit_say:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @kind: a kind of what must not be the same twice
 * @nominees: keys of two or more nominees; of one who was commended, exactly one
 * @reason: blank: they are not the same; else why it stands
 * @error: return location for a %BV_STORE_ERROR, %BV_CHECK_ERROR or
 *   %BV_TEXT_ERROR
 *
 * Says of nominees that look like the same twice that somebody looked at them (RULES.md, The same twice), in
 * one action. What was said of some of them alone is said no more.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_distinct_edit_say (BvLibrary *library,
                      gint64 campaign,
                      BvSameKind kind,
                      const char *const *nominees,
                      const char *reason,
                      GError **error)
{
  const BvField *field = bv_entity_find_field (&bv_distinct_entity, "reason");
  g_autofree char *tidy = bv_field_tidy_text (field, reason, error);
  Saying saying = { campaign, kind, nominees, tidy, 0 };

  return tidy != NULL
         && act (library, &saying, *tidy == '\0' ? _ ("Not the same twice") : _ ("Twice for a reason"),
                 error);
}

/**
 * bv_distinct_edit_take_back:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @kind: a kind of what must not be the same twice
 * @nominees: as for bv_distinct_edit_say()
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Takes back what was said of any two of the nominees together, in one action, so that they are looked at
 * again.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_distinct_edit_take_back (BvLibrary *library,
                            gint64 campaign,
                            BvSameKind kind,
                            const char *const *nominees,
                            GError **error)
{
  Saying saying = { campaign, kind, nominees, NULL, 0 };

  return act (library, &saying, _ ("Look again for the same twice"), error);
}
