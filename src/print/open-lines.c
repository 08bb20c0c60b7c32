/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/open-lines.h"

#include "core/points.h"
#include "core/text/wording.h"

#define LINE 35 /* dots of a whole line of a form */

/* @n dots to write on. */
static char *
write_dots (guint n)
{
  GString *text = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (text, "…");
  return g_string_free (text, FALSE);
}

/**
 * bv_open_line_add:
 * @section: a section
 * @label: what the line begins with
 * @taken: how many of the dots of a whole line the label takes
 *
 * Adds a line of a form: @label, then dots to its end.
 */
void
bv_open_line_add (BvSection *section, const char *label, guint taken)
{
  g_autofree char *dots = write_dots (LINE - MIN (taken, LINE));
  g_autofree char *text = g_strconcat (label, dots, NULL);

  bv_section_add_paragraph (section, BV_STYLE_PLAIN, text);
}

/**
 * bv_open_lines_add:
 * @section: a section
 * @n: how many
 *
 * Adds whole lines to write on.
 */
void
bv_open_lines_add (BvSection *section, guint n)
{
  for (guint i = 0; i < n; i++)
    bv_open_line_add (section, "", 0);
}

/**
 * bv_open_count_write:
 * @count: a count; %BV_NONE: not known
 *
 * Returns: (transfer full): the count as bv_wording_count() writes it, or dots to write it on
 */
char *
bv_open_count_write (gint64 count)
{
  return count != BV_NONE ? bv_wording_count (count) : g_strdup ("……");
}
