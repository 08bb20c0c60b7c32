/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inbox/inbox-table.h"

#include "core/points.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY (24 * 60 * 60)

/* The table while it is made. */
typedef struct
{
  BvTable *table;
  gint64 now;
} Making;

/**
 * bv_inbox_table_write_day:
 * @time: seconds since 1970
 *
 * Returns: (transfer full): the day, as people write it
 */
char *
bv_inbox_table_write_day (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);

  return local != NULL ? g_date_time_format (local, "%d/%m/%Y") : g_strdup ("");
}

static void
write_day (const Making *self, guint row, guint column, gint64 time)
{
  g_autofree char *day = bv_inbox_table_write_day (time);
  g_autofree char *key = g_strdup_printf ("%020" G_GINT64_FORMAT, time);

  bv_table_set_text (self->table, row, column, day, key);
}

static gint64
number_or_none (gint64 number)
{
  return number > 0 ? number : BV_NONE;
}

static char *
write_waited (const Making *self, const BvInboxEntry *entry)
{
  const BvHandout *handout = entry->handouts->len > 0 ? g_ptr_array_index (entry->handouts, 0) : NULL;
  gint64 days = handout != NULL ? (self->now - handout->handed) / DAY : 0;

  if (handout == NULL)
    return g_strdup (_ ("No form handed out"));
  if (days < 1)
    return g_strdup (_ ("Not sent yet"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Not sent for %u day", "Not sent for %u days", days),
                          (guint) days);
}

static void
append (GString *text, guint n, char *part)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

static char *
write_open (const BvReceipt *receipt)
{
  guint n_asked = receipt->n_asked, n_conflicts = receipt->n_conflicts, n_refused = receipt->n_refused;
  GString *text = g_string_new (NULL);

  append (text, n_asked,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u question", "%u questions", n_asked), n_asked));
  append (
    text, n_conflicts,
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u conflict", "%u conflicts", n_conflicts), n_conflicts));
  append (text, n_refused,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u refused", "%u refused", n_refused), n_refused));
  if (text->len == 0)
    g_string_append_len (text, receipt->remark, strcspn (receipt->remark, "\n"));
  return g_string_free (text, FALSE);
}

static char *
write_state (const Making *self, const BvInboxEntry *entry)
{
  if (entry->section == BV_INBOX_WAITED)
    return write_waited (self, entry);
  if (entry->section == BV_INBOX_TO_SEE)
    return write_open (bv_inbox_entry_get_last (entry));
  return g_strdup (_ ("Received"));
}

static void
write_receipt (const Making *self, guint row, const BvReceipt *receipt)
{
  write_day (self, row, BV_BOARD_CAME, receipt->received);
  bv_table_set_number (self->table, row, BV_BOARD_VERSION, receipt->version);
  bv_table_set_number (self->table, row, BV_BOARD_ROWS, receipt->n_rows);
  bv_table_set_number (self->table, row, BV_BOARD_ERRORS, number_or_none (receipt->n_refused));
  bv_table_set_text (self->table, row, BV_BOARD_SENDER,
                     *receipt->sender != '\0' ? receipt->sender : receipt->file, NULL);
}

static guint
add_entry (const Making *self, const BvInboxEntry *entry, gint64 id)
{
  const BvReceipt *last = bv_inbox_entry_get_last (entry);
  guint row = bv_table_append (self->table, id, entry->section + 1);
  g_autofree char *state = write_state (self, entry);

  bv_table_set_text (self->table, row, BV_BOARD_NAME, entry->name, NULL);
  if (last != NULL)
    write_receipt (self, row, last);
  else
    bv_table_set_text (self->table, row, BV_BOARD_SENDER, "", NULL);
  bv_table_set_number (self->table, row, BV_BOARD_MISSING, number_or_none (entry->n_missing));
  bv_table_set_text (self->table, row, BV_BOARD_STATE, state, NULL);
  return row;
}

static guint
add_section (const Making *self, BvInboxSection section, guint count, gboolean is_open)
{
  g_autofree char *number = bv_wording_number (count);
  const char *const titles[] = { [BV_INBOX_TO_SEE] = _ ("To look at: %s"),
                                 [BV_INBOX_WAITED] = _ ("Not sent: %s"),
                                 [BV_INBOX_RECEIVED] = _ ("Received: %s") };
  g_autoptr (GString) title = g_string_new (titles[section]);
  guint row = bv_table_append (self->table, BV_BOARD_SECTION_ID (section), section + 1);

  g_string_replace (title, "%s", number, 1);
  bv_table_set_text (self->table, row, BV_BOARD_NAME, title->str, NULL);
  bv_table_add_flags (self->table, row,
                      BV_TABLE_ROW_HEAD | BV_TABLE_ROW_HOLDS | (is_open ? BV_TABLE_ROW_OPEN : 0));
  return row;
}

/**
 * bv_inbox_table_new:
 * @inbox: an inbox
 * @ids: what its entries have as ids, one each
 * @closed: (nullable) (element-type gint64): the rows of sections that are folded up; %NULL: none
 *
 * Returns: (transfer full): #BvBoardColumn of the units, each section below its row
 */
BvTable *
bv_inbox_table_new (const BvInbox *inbox, const gint64 *ids, GHashTable *closed)
{
  static const BvColumnType types[BV_BOARD_N_COLUMNS] = {
    [BV_BOARD_VERSION] = BV_COLUMN_NUMBER,
    [BV_BOARD_ROWS] = BV_COLUMN_NUMBER,
    [BV_BOARD_ERRORS] = BV_COLUMN_NUMBER,
    [BV_BOARD_MISSING] = BV_COLUMN_NUMBER,
  };
  Making making = { bv_table_new (types, BV_BOARD_N_COLUMNS), g_get_real_time () / G_USEC_PER_SEC };
  guint head = BV_TABLE_NOT_FOUND;

  for (guint i = 0; i < inbox->entries->len; i++)
    {
      const BvInboxEntry *entry = g_ptr_array_index (inbox->entries, i);
      const BvInboxEntry *before = i > 0 ? g_ptr_array_index (inbox->entries, i - 1) : NULL;
      gint64 id = BV_BOARD_SECTION_ID (entry->section);
      gboolean is_open = closed == NULL || !g_hash_table_contains (closed, &id);

      if (before == NULL || before->section != entry->section)
        head = add_section (&making, entry->section, inbox->counts[entry->section], is_open);
      if (is_open)
        bv_table_set_above (making.table, add_entry (&making, entry, ids[i]), head);
    }
  return making.table;
}
