/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/json-notices.h"

#include "core/text/text.h"
#include "core/text/vietnamese.h"

#include <glib/gi18n-lib.h>

struct _BvJsonNotices
{
  GPtrArray *lines;
  guint n_tidied;
  guint n_unfit;
  gboolean verbatim; /* texts are kept as they are read */
};

/**
 * bv_json_notices_new:
 *
 * Returns: (transfer full): notices of nothing yet
 */
BvJsonNotices *
bv_json_notices_new (void)
{
  BvJsonNotices *notices = g_new0 (BvJsonNotices, 1);

  notices->lines = g_ptr_array_new_with_free_func (g_free);
  return notices;
}

/**
 * bv_json_notices_new_verbatim:
 *
 * Returns: (transfer full): notices of a text that this program wrote for itself: nothing in it is made tidy
 */
BvJsonNotices *
bv_json_notices_new_verbatim (void)
{
  BvJsonNotices *notices = bv_json_notices_new ();

  notices->verbatim = TRUE;
  return notices;
}

/**
 * bv_json_notices_are_verbatim:
 * @notices: notices
 *
 * Returns: whether texts are kept as they are read
 */
gboolean
bv_json_notices_are_verbatim (const BvJsonNotices *notices)
{
  return notices->verbatim;
}

/**
 * bv_json_notices_free:
 * @notices: notices
 */
void
bv_json_notices_free (BvJsonNotices *notices)
{
  g_ptr_array_unref (notices->lines);
  g_free (notices);
}

/**
 * bv_json_notices_add:
 * @notices: notices
 * @line: what is to be told, in the user's language
 */
void
bv_json_notices_add (BvJsonNotices *notices, const char *line)
{
  g_ptr_array_add (notices->lines, g_strdup (line));
}

/**
 * bv_json_notices_take_text:
 * @notices: notices
 * @text: a text in UTF-8
 *
 * Takes out of a text what bv_text_check() would refuse it for, and counts the text.
 *
 * Returns: (transfer full) (nullable): the text that is left; %NULL where @text can stay as it is
 */
char *
bv_json_notices_take_text (BvJsonNotices *notices, const char *text)
{
  char *rest = bv_text_drop_unfit (text);

  if (rest != NULL)
    notices->n_unfit++;
  return rest;
}

/**
 * bv_json_notices_compare_text:
 * @notices: notices
 * @given: a text as the file has it
 * @kept: the same as the record keeps it
 *
 * Counts a text that was not tidy. Another form of the same characters (NFC) is nothing to speak of.
 */
void
bv_json_notices_compare_text (BvJsonNotices *notices, const char *given, const char *kept)
{
  g_autofree char *nfc = NULL;

  if (g_str_equal (given, kept))
    return;
  nfc = bv_vietnamese_nfc (given);
  notices->n_tidied += !g_str_equal (nfc, kept);
}

/**
 * bv_json_notices_list:
 * @notices: notices
 *
 * Returns: (transfer full): a line for each thing to tell, and one for all texts that were made tidy
 */
char **
bv_json_notices_list (const BvJsonNotices *notices)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < notices->lines->len; i++)
    g_ptr_array_add (lines, g_strdup (g_ptr_array_index (notices->lines, i)));
  if (notices->n_tidied > 0)
    g_ptr_array_add (
      lines, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u text had needless blanks or characters without width, "
                                           "which were taken out",
                                           "%u texts had needless blanks or characters without width, "
                                           "which were taken out",
                                           notices->n_tidied),
                              notices->n_tidied));
  if (notices->n_unfit > 0)
    g_ptr_array_add (lines,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "%u text had control characters or such as turn the "
                                                   "direction of writing, which were taken out",
                                                   "%u texts had control characters or such as turn the "
                                                   "direction of writing, which were taken out",
                                                   notices->n_unfit),
                                      notices->n_unfit));
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}
