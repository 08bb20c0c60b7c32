/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/quota-edit.h"

#include "core/quota-numbers.h"
#include "store/edit-check.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/records.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 campaign;
  const GPtrArray *quotas;
} Edit;

static gboolean
set_numbers (BvLibrary *library, gint64 campaign, const BvQuota *numbers, GError **error)
{
  g_autoptr (BvRecord) before = bv_edit_read (library, &bv_quota_entity, numbers->record.id, error);
  g_autoptr (BvRecord) after = before != NULL ? bv_record_copy (before) : NULL;
  g_autoptr (BvKeyMap) keys = bv_key_map_open (library, campaign);
  const gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { 0 };

  if (before == NULL)
    return FALSE;
  bv_quota_take_numbers ((BvQuota *) after, numbers);
  return bv_records_update (library, before, after, keys, owners, error)
         && bv_edit_check (library, campaign, before, after, error);
}

static gboolean
set_all_numbers (BvLibrary *library, gpointer data, GError **error)
{
  const Edit *edit = data;

  for (guint i = 0; i < edit->quotas->len; i++)
    if (!set_numbers (library, edit->campaign, g_ptr_array_index (edit->quotas, i), error))
      return FALSE;
  return TRUE;
}

/**
 * bv_quota_edit_set_numbers:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @quotas: (element-type BvQuota): quotas of it with other sizes and caps, at least one; nothing else of them
 * is written
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Writes the numbers of all of them as one action.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_quota_edit_set_numbers (BvLibrary *library, gint64 campaign, const GPtrArray *quotas, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *label = NULL;
  Edit edit = { campaign, quotas };

  for (guint i = 0; i < quotas->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((const BvQuota *) g_ptr_array_index (quotas, i))->name);
  label = g_strdup_printf (_ ("Change quotas: %s"), names->str);
  return bv_journal_act (library, label, set_all_numbers, &edit, NULL, error);
}
