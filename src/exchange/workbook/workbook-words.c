/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook/workbook-words.h"

#include "store/failure.h"
#include "store/unfinished/unfinished-file.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* Several workbooks may be written at once; all of them share the one standard error. */
static struct
{
  GMutex lock;
  guint n_writers;
  int console; /* where standard error went before; -1: it was not moved */
  char *path;  /* where it goes meanwhile */
} hush = { .console = -1 };

static void
begin_hush (void)
{
  int file = -1;

  hush.path = bv_unfinished_file_make (g_get_tmp_dir (), "log", FALSE);
  if (hush.path != NULL)
    file = g_open (hush.path, O_RDWR | O_APPEND, 0);
  if (file < 0)
    return;
  fflush (stderr);
  hush.console = dup (STDERR_FILENO);
  if (hush.console >= 0)
    dup2 (file, STDERR_FILENO);
  close (file);
}

static void
end_hush (void)
{
  g_autofree char *words = NULL;

  if (hush.console >= 0)
    {
      fflush (stderr);
      dup2 (hush.console, STDERR_FILENO);
      close (hush.console);
      hush.console = -1;
    }
  if (hush.path == NULL)
    return;
  if (g_file_get_contents (hush.path, &words, NULL, NULL) && *words != '\0')
    g_debug ("said while a workbook was written: %s", words);
  bv_unfinished_file_discard (hush.path);
  g_clear_pointer (&hush.path, g_free);
}

/**
 * bv_workbook_words_hush:
 *
 * Keeps what is printed on standard error until bv_workbook_words_release().
 */
void
bv_workbook_words_hush (void)
{
  g_mutex_lock (&hush.lock);
  if (hush.n_writers++ == 0)
    begin_hush ();
  g_mutex_unlock (&hush.lock);
}

/**
 * bv_workbook_words_release:
 *
 * Lets standard error go where it went before, once for each bv_workbook_words_hush().
 */
void
bv_workbook_words_release (void)
{
  g_mutex_lock (&hush.lock);
  if (--hush.n_writers == 0)
    end_hush ();
  g_mutex_unlock (&hush.lock);
}

/**
 * bv_workbook_words_describe:
 * @failure: what a call of the library returned
 * @system_failure: errno behind it; 0 where none is known
 *
 * Returns: (transfer none): why the workbook could not be written, to stand in the middle of a sentence
 */
const char *
bv_workbook_words_describe (lxw_error failure, int system_failure)
{
  g_debug ("libxlsxwriter says: %s", lxw_strerror (failure));
  switch ((int) failure)
    {
    case LXW_ERROR_MEMORY_MALLOC_FAILED:
      return _ ("there is not enough memory");
    case LXW_ERROR_CREATING_TMPFILE:
    case LXW_ERROR_READING_TMPFILE:
      return _ ("the disk for temporary files is full");
    case LXW_ERROR_CREATING_XLSX_FILE:
    case LXW_ERROR_ZIP_FILE_OPERATION:
    case LXW_ERROR_ZIP_PARAMETER_ERROR:
    case LXW_ERROR_ZIP_BAD_ZIP_FILE:
    case LXW_ERROR_ZIP_INTERNAL_ERROR:
    case LXW_ERROR_ZIP_FILE_ADD:
    case LXW_ERROR_ZIP_CLOSE:
      return bv_failure_describe_code (system_failure);
    default:
      return _ ("its content is more than a workbook can hold");
    }
}
