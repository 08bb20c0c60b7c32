/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/console.h"
#include "cli/grid.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/text/wording.h"
#include "exchange/mail/letter-drafts.h"
#include "print/paper.h"
#include "store/campaigns.h"
#include "store/letters.h"

#include <glib/gi18n-lib.h>

/* What the two forms of the verb show of a letter. */
typedef struct
{
  const char *unit;
  const char *name;
  gint64 written; /* BV_NONE: just now */
  const char *to;
  const char *subject;
  gint64 n_items;
  const char *file;
} Shown;

static void
write_as_json (BvJsonWriter *writer, const Shown *shown)
{
  bv_json_writer_begin (writer, '{');
  bv_json_writer_add_string (writer, "unit", shown->unit);
  bv_json_writer_add_string (writer, "name", shown->name);
  if (shown->written != BV_NONE)
    {
      bv_json_writer_name (writer, "written");
      bv_output_time_as_json (writer, shown->written);
    }
  bv_json_writer_add_string (writer, "to", shown->to);
  bv_json_writer_add_string (writer, "subject", shown->subject);
  bv_json_writer_add_integer (writer, "items", shown->n_items);
  bv_json_writer_add_string (writer, "file", shown->file);
  bv_json_writer_end_object (writer);
}

static void
write_as_row (BvGrid *grid, const Shown *shown)
{
  if (shown->written != BV_NONE)
    bv_grid_take (grid, bv_output_time (shown->written));
  bv_grid_add (grid, shown->unit);
  bv_grid_add (grid, shown->name);
  bv_grid_add (grid, shown->to);
  bv_grid_take (grid, bv_wording_number (shown->n_items));
  bv_grid_add (grid, shown->file);
}

static Shown
show_letter (const BvLetterDrafts *mailing, guint index)
{
  const BvLetter *letter = g_ptr_array_index (mailing->letters, index);

  return (Shown){ letter->unit,    letter->name,    BV_NONE,     letter->email,
                  letter->subject, letter->n_items, letter->file };
}

static void
print_mailing_as_json (const BvLetterDrafts *mailing)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; i < mailing->letters->len; i++)
    {
      Shown shown = show_letter (mailing, i);
      g_autofree char *path = g_build_filename (mailing->folder, shown.file, NULL);
      g_autofree char *name = g_filename_display_name (path);

      shown.file = name;
      write_as_json (&writer, &shown);
    }
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
}

static void
print_mailing (const BvLetterDrafts *mailing)
{
  g_autoptr (BvGrid) grid
    = bv_grid_new ("lllrl", _ ("Unit"), _ ("Name"), _ ("Address"), _ ("Missing"), _ ("File"), NULL);

  if (mailing->letters->len == 0)
    {
      bv_output_line (_ ("Nothing is missing: no letter was written"));
      return;
    }
  for (guint i = 0; i < mailing->letters->len; i++)
    {
      Shown shown = show_letter (mailing, i);

      write_as_row (grid, &shown);
    }
  bv_grid_print (grid);
}

static void
warn_of_addresses (const BvLetterDrafts *mailing)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *message = NULL;
  guint n = 0;

  for (guint i = 0; i < mailing->letters->len; i++)
    {
      const BvLetter *letter = g_ptr_array_index (mailing->letters, i);

      if (*letter->email != '\0')
        continue;
      g_string_append_printf (names, "%s%s", n++ > 0 ? ", " : "", letter->name);
    }
  if (n == 0)
    return;
  message = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u letter has no address; add it to the unit or in the mail program: %s",
                 "%u letters have no address; add it to the units or in the mail program: %s", n),
    n, names->str);
  bv_output_warn (message);
}

static void
warn_of_day (gint64 until, gint64 date)
{
  g_autofree char *message = bv_unit_letters_doubt_until (until, date);

  if (message != NULL)
    bv_output_warn (message);
}

static gboolean
write_letters (const BvCall *call, GError **error)
{
  BvLetterDraftsRequest request = { .folder = call->options[BV_OPTION_OUTPUT],
                                    .unit = call->options[BV_OPTION_UNIT],
                                    .until = BV_NONE,
                                    .with_list = bv_call_has (call, BV_OPTION_PDF),
                                    .replace = bv_call_has (call, BV_OPTION_REPLACE) };
  BvProgress progress = { 0 };
  g_autoptr (BvLibrary) library = NULL;
  g_autoptr (BvLetterDrafts) mailing = NULL;

  if (!bv_call_take_date (call, BV_OPTION_UNTIL, &request.until, error)
      || !bv_unit_letters_check_until (request.until, error))
    return FALSE;
  library = bv_call_open_campaign (call, BV_LIBRARY_WRITE, &request.campaign, error);
  if (library == NULL || !bv_call_read_date (call, library, request.campaign, &request.date, error))
    return FALSE;
  progress.cancellable = bv_console_get_cancellable ();
  mailing = bv_letter_drafts_new (library, &request, &progress, error);
  if (mailing == NULL || !bv_letter_drafts_publish (mailing, library, error))
    return FALSE;
  warn_of_day (request.until, request.date);
  warn_of_addresses (mailing);
  if (bv_call_has (call, BV_OPTION_JSON))
    print_mailing_as_json (mailing);
  else
    print_mailing (mailing);
  return TRUE;
}

static gboolean
is_wanted (const BvCall *call, const BvLetterRecord *record)
{
  return !bv_call_has (call, BV_OPTION_UNIT) || g_str_equal (call->options[BV_OPTION_UNIT], record->unit);
}

static Shown
show_record (const BvLetterRecord *record)
{
  return (Shown){ record->unit,    record->name,    record->written, record->address,
                  record->subject, record->n_items, record->file };
}

static void
print_records_as_json (const BvCall *call, GPtrArray *records)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; i < records->len; i++)
    if (is_wanted (call, g_ptr_array_index (records, i)))
      {
        Shown shown = show_record (g_ptr_array_index (records, i));

        write_as_json (&writer, &shown);
      }
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
}

static void
print_records (const BvCall *call, GPtrArray *records)
{
  g_autoptr (BvGrid) grid = bv_grid_new ("llllrl", _ ("When"), _ ("Unit"), _ ("Name"), _ ("Address"),
                                         _ ("Missing"), _ ("File"), NULL);

  for (guint i = 0; i < records->len; i++)
    if (is_wanted (call, g_ptr_array_index (records, i)))
      {
        Shown shown = show_record (g_ptr_array_index (records, i));

        write_as_row (grid, &shown);
      }
  bv_grid_print (grid);
}

/* What is on record stays there when the campaign has the unit no more. */
static gboolean
check_unit (const BvCall *call, BvLibrary *library, gint64 campaign, GPtrArray *records, GError **error)
{
  g_autoptr (BvCampaign) frame = NULL;

  if (!bv_call_has (call, BV_OPTION_UNIT))
    return TRUE;
  for (guint i = 0; i < records->len; i++)
    if (is_wanted (call, g_ptr_array_index (records, i)))
      return TRUE;
  frame = bv_campaigns_read (library, campaign, BV_CAMPAIGN_FRAME, error);
  if (frame == NULL)
    return FALSE;
  if (bv_record_find (frame->units, call->options[BV_OPTION_UNIT]) != NULL)
    return TRUE;
  g_set_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_UNKNOWN,
               _ ("There is no unit “%s” in the campaign: look for its code among the units"),
               call->options[BV_OPTION_UNIT]);
  return FALSE;
}

static gboolean
list_letters (const BvCall *call, GError **error)
{
  gint64 campaign = 0;
  g_autoptr (BvLibrary) library = bv_call_open_campaign (call, BV_LIBRARY_READ, &campaign, error);
  g_autoptr (GPtrArray) records = library != NULL ? bv_letters_list (library, campaign, error) : NULL;

  if (records == NULL || !check_unit (call, library, campaign, records, error))
    return FALSE;
  if (bv_call_has (call, BV_OPTION_JSON))
    print_records_as_json (call, records);
  else
    print_records (call, records);
  return TRUE;
}

/* What says how letters are to be written says nothing of those that were. */
static gboolean
check_usage (const BvCall *call, GError **error)
{
  static const BvOptionId options[] = { BV_OPTION_UNTIL, BV_OPTION_DATE, BV_OPTION_PDF, BV_OPTION_REPLACE };

  if (bv_call_has (call, BV_OPTION_OUTPUT))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (bv_call_has (call, options[i]))
      return bv_call_fail_usage (error, _ ("--%s: where should the letters be written? Add -o DIR"),
                                 bv_option_get (options[i])->name);
  return TRUE;
}

/**
 * bv_verb_letters:
 * @call: a call
 * @error: return location for an error
 *
 * Writes a letter to every unit that owes something, as mail drafts in a folder, and keeps record of them;
 * without -o lists what is on record, newest first.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_letters (const BvCall *call, GError **error)
{
  if (!check_usage (call, error))
    return FALSE;
  return bv_call_has (call, BV_OPTION_OUTPUT) ? write_letters (call, error) : list_letters (call, error);
}
