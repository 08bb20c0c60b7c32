/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/inbox/handouts.h"

#include "store/journal.h"
#include "store/records.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

static const char *const ways[] = { [BV_HANDOUT_FILE] = "file", [BV_HANDOUT_MAIL] = "mail" };

/* What is recorded in one action. */
typedef struct
{
  gint64 campaign;
  GPtrArray *handouts;
} Recording;

/**
 * bv_handout_copy:
 * @handout: what was handed out
 *
 * Returns: (transfer full): one with texts of its own
 */
BvHandout *
bv_handout_copy (const BvHandout *handout)
{
  BvHandout *copy = g_new (BvHandout, 1);

  *copy = (BvHandout){
    g_strdup (handout->unit),    g_strdup (handout->name), handout->handed,         handout->way,
    g_strdup (handout->address), g_strdup (handout->file), g_strdup (handout->form)
  };
  return copy;
}

/**
 * bv_handout_free:
 * @handout: (transfer full): what was handed out
 */
void
bv_handout_free (BvHandout *handout)
{
  g_free (handout->unit);
  g_free (handout->name);
  g_free (handout->address);
  g_free (handout->file);
  g_free (handout->form);
  g_free (handout);
}

static gboolean
insert_handouts (BvLibrary *library, gpointer data, GError **error)
{
  const Recording *recording = data;

  for (guint i = 0; i < recording->handouts->len; i++)
    {
      const BvHandout *handout = g_ptr_array_index (recording->handouts, i);

      if (!bv_statement_run (library,
                             "INSERT INTO handout (id, campaign, unit, name, handed, way, address, file, "
                             "form) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                             error, "iississss", bv_records_new_id (), recording->campaign, handout->unit,
                             handout->name, handout->handed, ways[handout->way], handout->address,
                             handout->file, handout->form))
        return FALSE;
    }
  return TRUE;
}

/**
 * bv_handouts_label:
 * @n_handouts: to how many units
 *
 * Returns: (transfer full): what the journal calls it
 */
char *
bv_handouts_label (guint n_handouts)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Hand out %u form", "Hand out %u forms", n_handouts),
                          n_handouts);
}

/**
 * bv_handouts_record:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @handouts: (element-type BvHandout): what was handed out
 * @error: return location for a %BV_STORE_ERROR
 *
 * Notes who got a form as one action; inside an action it joins that. It is a record of the work, as letters
 * are, and no content of the campaign: no dump has it.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_handouts_record (BvLibrary *library, gint64 campaign, GPtrArray *handouts, GError **error)
{
  Recording recording = { campaign, handouts };
  g_autofree char *label = bv_handouts_label (handouts->len);

  return bv_journal_act (library, label, insert_handouts, &recording, NULL, error);
}

static gpointer
read_handout (sqlite3_stmt *row)
{
  const BvHandout handout
    = { (char *) bv_statement_column_text (row, 0),
        (char *) bv_statement_column_text (row, 1),
        sqlite3_column_int64 (row, 2),
        g_strcmp0 (bv_statement_column_text (row, 3), ways[BV_HANDOUT_MAIL]) == 0 ? BV_HANDOUT_MAIL
                                                                                  : BV_HANDOUT_FILE,
        (char *) bv_statement_column_text (row, 4),
        (char *) bv_statement_column_text (row, 5),
        (char *) bv_statement_column_text (row, 6) };

  return bv_handout_copy (&handout);
}

/**
 * bv_handouts_list:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type BvHandout) (nullable): what was handed out, newest first, what is
 * of one time by the codes of the units; %NULL with @error set on failure
 */
GPtrArray *
bv_handouts_list (BvLibrary *library, gint64 campaign, GError **error)
{
  return bv_statement_list (library,
                            "SELECT unit, name, handed, way, address, file, form FROM handout "
                            "WHERE campaign = ?1 ORDER BY handed DESC, unit, id",
                            read_handout, (GDestroyNotify) bv_handout_free, error, "i", campaign);
}
