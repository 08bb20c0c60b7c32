/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/copied-file.h"

#include "cli/output.h"
#include "core/entity.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* A block that somebody pastes is not longer. */
#define FILE_MAX (4 * 1024 * 1024)

static gboolean
read_input (char **text, gsize *length, GError **error)
{
  GString *read = g_string_new (NULL);
  char block[8192];
  gsize n;

  while (read->len <= FILE_MAX && (n = fread (block, 1, sizeof block, stdin)) > 0)
    g_string_append_len (read, block, (gssize) n);
  *length = read->len;
  *text = g_string_free (read, FALSE);
  if (!ferror (stdin) && *length <= FILE_MAX)
    return TRUE;
  g_clear_pointer (text, g_free);
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
               ferror (stdin) ? _ ("%s: it cannot be read") : _ ("%s: too long for a block that is pasted"),
               "-");
  return FALSE;
}

/**
 * bv_copied_file_read:
 * @path: a file; -: the standard input
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its text
 */
char *
bv_copied_file_read (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = NULL;
  GStatBuf status;
  gsize length = 0;

  if (g_stat (path, &status) == 0 && status.st_size > FILE_MAX)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _ ("%s: too long for a block that is pasted"),
                 name);
  else if ((g_str_equal (path, "-") ? read_input (&text, &length, error)
                                    : g_file_get_contents (path, &text, &length, error))
           && strlen (text) < length)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: %s", name, _ ("the text is not UTF-8"));
  else
    return g_steal_pointer (&text);
  return NULL;
}

/**
 * bv_copied_file_warn:
 * @path: a file
 * @notes: (element-type BvPastedNote): what is to be said of its lines
 */
void
bv_copied_file_warn (const char *path, const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *note = bv_pasted_note_write (g_ptr_array_index (notes, i));
      g_autofree char *name = g_filename_display_name (path);
      g_autofree char *line = g_strdup_printf ("%s: %s", name, note);

      bv_output_warn (line);
    }
}

/**
 * bv_copied_file_check:
 * @path: a file
 * @faults: (element-type BvPastedNote): what is wrong in it
 * @error: return location for a %BV_ENTITY_ERROR
 *
 * Returns: %FALSE with @error set, and all said, where there is a fault
 */
gboolean
bv_copied_file_check (const char *path, const GPtrArray *faults, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (faults->len == 0)
    return TRUE;
  bv_copied_file_warn (path, faults);
  g_set_error (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_VALUE,
               g_dngettext (GETTEXT_PACKAGE, "%s: %u line is not understood: nothing was taken",
                            "%s: %u lines are not understood: nothing was taken", faults->len),
               name, faults->len);
  return FALSE;
}
