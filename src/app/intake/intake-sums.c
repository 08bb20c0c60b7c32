/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/intake/intake-sums.h"

#include "app/intake/file-counts.h"
#include "core/text/wording.h"
#include "exchange/intake/enclosure/planned-enclosure.h"
#include "exchange/recognise/refused-book.h"

#include <glib/gi18n-lib.h>

/**
 * bv_intake_sums_count:
 * @intake: (nullable): what is to become of files; %NULL: there are none
 *
 * Returns: what they come to
 */
BvIntakeSums
bv_intake_sums_count (const BvIntakePreview *intake)
{
  BvIntakeSums sums = { 0 };

  for (guint i = 0; intake != NULL && i < intake->files->len; i++)
    {
      const BvFileCounts *counts = &g_array_index (intake->files, BvFileCounts, i);

      if (counts->file == intake->plan->asked_files)
        {
          sums.n_asked_files = bv_planned_enclosure_count (intake->plan, BV_ENCLOSURE_ASKED);
          continue;
        }
      sums.n_files += counts->file->failure == NULL && !counts->file->is_held;
      sums.n_values += counts->n_taken;
      sums.n_open += counts->n_open;
      sums.n_open_files += intake->takes_whole ? counts->file->is_held : counts->n_open > 0;
    }
  sums.takes_whole = intake != NULL && intake->takes_whole;
  sums.n_refused = intake != NULL ? bv_refused_book_count (intake->plan) : 0;
  return sums;
}

static char *
write_open_places (const BvIntakeSums *sums)
{
  if (sums->n_open == 0)
    return g_strdup ("");
  if (sums->takes_whole)
    return g_strdup_printf (
      g_dngettext (
        GETTEXT_PACKAGE,
        "%u place in %u files still waits for you: those files stay in the inbox as a whole. Next: "
        "Ctrl+J",
        "%u places in %u files still wait for you: those files stay in the inbox as a whole. Next: "
        "Ctrl+J",
        sums->n_open),
      sums->n_open, sums->n_open_files);
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "%u place in %u files still waits for you: it stays in the inbox, the "
                 "rest can be taken in. Next: Ctrl+J",
                 "%u places in %u files still wait for you: they stay in the inbox, the "
                 "rest can be taken in. Next: Ctrl+J",
                 sums->n_open),
    sums->n_open, sums->n_open_files);
}

/**
 * bv_intake_sums_write_open:
 * @sums: what files come to
 *
 * Returns: (transfer full): how much of them waits, and what becomes of that if they are taken in now
 */
char *
bv_intake_sums_write_open (const BvIntakeSums *sums)
{
  g_autofree char *places = write_open_places (sums);
  g_autofree char *files
    = sums->n_asked_files > 0 ? g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u evidence file is not attached yet: it is not kept",
                     "%u evidence files are not attached yet: they are not kept", sums->n_asked_files),
        sums->n_asked_files)
                              : g_strdup ("");

  return g_strconcat (places, *places != '\0' && *files != '\0' ? ". " : "", files, NULL);
}

/**
 * bv_intake_sums_write_take:
 * @sums: what files come to
 *
 * Returns: (transfer full): what is taken in, for a button
 */
char *
bv_intake_sums_write_take (const BvIntakeSums *sums)
{
  g_autofree char *values = bv_wording_number (sums->n_values);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Take in %u file, %s values",
                                       "_Take in %u files, %s values", sums->n_files),
                          sums->n_files, values);
}

/* What becomes of files that are no tables: those that somebody has to look at first. */
static char *
list_enclosures (const BvImportPlan *plan, guint n_left_out)
{
  static const BvEnclosureState order[] = { BV_ENCLOSURE_REFUSED, BV_ENCLOSURE_ASKED,    BV_ENCLOSURE_UNKNOWN,
                                            BV_ENCLOSURE_NEW,     BV_ENCLOSURE_LEFT_OUT, BV_ENCLOSURE_SAME };
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint k = 0; k < plan->enclosures->len; k++)
      {
        const BvPlannedEnclosure *enclosure = g_ptr_array_index (plan->enclosures, k);
        g_autofree char *line
          = enclosure->state == order[i] ? bv_planned_enclosure_describe (enclosure) : NULL;

        if (line != NULL)
          g_string_append_printf (list, "%s%s", list->len > 0 ? "\n" : "", line);
      }
  if (list->len > 0 && n_left_out > 0)
    g_string_append_c (list, '\n');
  if (n_left_out > 0)
    g_string_append_printf (
      list,
      g_dngettext (GETTEXT_PACKAGE, "%u file was left out: a link, or what a system or program left there",
                   "%u files were left out: links, or what systems and programs left there", n_left_out),
      n_left_out);
  return g_string_free (list, FALSE);
}

/**
 * bv_intake_sums_write_enclosures:
 * @intake: (nullable): what is to become of files; %NULL: there are none
 * @title: (out): what files that may be evidence come to
 *
 * Returns: (transfer full) (nullable): a line for each of them; %NULL: there are none
 */
char *
bv_intake_sums_write_enclosures (const BvIntakePreview *intake, char **title)
{
  const BvImportPlan *plan = intake != NULL ? intake->plan : NULL;
  guint n = plan != NULL ? plan->enclosures->len : 0;
  guint n_left_out = plan != NULL ? bv_drop_count_left_out (intake->batch->drop) : 0;
  guint n_new = n > 0 ? bv_planned_enclosure_count (plan, BV_ENCLOSURE_NEW) : 0;
  guint n_same = n > 0 ? bv_planned_enclosure_count (plan, BV_ENCLOSURE_SAME) : 0;

  *title = g_strdup_printf (_ ("Evidence: %u new, %u as before, %u not attached"), n_new, n_same,
                            n - n_new - n_same);
  return n > 0 || n_left_out > 0 ? list_enclosures (plan, n_left_out) : NULL;
}
