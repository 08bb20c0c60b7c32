/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/sealed-call.h"
#include "cli/verbs.h"
#include "core/text/date.h"
#include "core/text/vietnamese.h"
#include "exchange/dossier/dossier.h"
#include "store/failure.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* Longer than any passphrase. */
#define FIRST_LINE_MOST 1024

/* Some editors write it at the start of a text. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static gboolean
fail_passphrase_file (const char *path, const char *what, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: %s", name, what);
  return FALSE;
}

/* Up to what ends a line on any system; what makes it no text or no line is not cut off but refused. */
static gboolean
read_first_line (FILE *file, const char *path, char **line, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int byte;

  errno = 0;
  while ((byte = fgetc (file)) != EOF && byte != '\n' && byte != '\r')
    {
      if (byte == '\0' || text->len == FIRST_LINE_MOST)
        return fail_passphrase_file (
          path,
          _ ("its first line is no passphrase: write one there, and save the file as plain text (UTF-8)"),
          error);
      g_string_append_c (text, byte);
    }
  if (ferror (file))
    return fail_passphrase_file (path, bv_failure_describe_code (errno != 0 ? errno : EIO), error);
  if (g_str_has_prefix (text->str, BYTE_ORDER_MARK))
    g_string_erase (text, 0, strlen (BYTE_ORDER_MARK));
  if (text->len == 0 && byte == EOF)
    return fail_passphrase_file (path, _ ("the file is empty: write the passphrase on its first line"),
                                 error);
  *line = g_strdup (text->str);
  return TRUE;
}

/* @passphrase: %NULL where none is asked for. */
static gboolean
read_passphrase (const BvCall *call, char **passphrase, GError **error)
{
  const char *path = call->options[BV_OPTION_PASSPHRASE_FILE];
  FILE *file;
  gboolean ok;

  if (path == NULL)
    return TRUE;
  if (g_str_equal (path, "-"))
    return read_first_line (stdin, path, passphrase, error);
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return fail_passphrase_file (
      path, _ ("it is no file: hand what a program writes to the standard input, -"), error);
  file = g_fopen (path, "rb");
  if (file == NULL)
    return fail_passphrase_file (path, bv_failure_describe_code (errno), error);
  ok = read_first_line (file, path, passphrase, error);
  fclose (file);
  return ok;
}

static void
print_findings (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    bv_output_line ("%s", (const char *) g_ptr_array_index (findings, i));
}

static void
print_whole (const BvDossierCheck *check, const char *name)
{
  g_autofree char *text = bv_dossier_check_describe (check, name);

  bv_output_line ("%s", text);
}

static void
print_check_as_json (const BvDossierCheck *check)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 256);
  bv_json_writer_begin (&writer, '{');
  bv_json_writer_add_boolean (&writer, "ok", check->findings->len == 0);
  bv_json_writer_add_integer (&writer, "files", check->n_files);
  bv_json_writer_add_integer (&writer, "bytes", check->bytes);
  bv_json_writer_add_boolean (&writer, "encrypted", check->encrypted);
  bv_json_writer_name (&writer, "findings");
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; i < check->findings->len; i++)
    {
      g_autofree char *clean = bv_output_clean (g_ptr_array_index (check->findings, i));

      bv_json_writer_string (&writer, clean);
    }
  bv_json_writer_end_array (&writer);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

static gboolean
check_dossier (const BvCall *call, GError **error)
{
  const char *path = call->options[BV_OPTION_CHECK];
  BvProgress progress = { 0 };
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *passphrase = NULL;
  g_autoptr (BvDossierCheck) check = NULL;

  if (bv_call_has (call, BV_OPTION_OUTPUT) || bv_call_has (call, BV_OPTION_DRAFT)
      || bv_call_has (call, BV_OPTION_REASON) || bv_call_has (call, BV_OPTION_DATE)
      || bv_call_has (call, BV_OPTION_SEALED))
    return bv_call_fail_usage (error, _ ("--check reads a dossier: it goes with --passphrase-file only"));
  if (!read_passphrase (call, &passphrase, error))
    return FALSE;
  progress.cancellable = bv_console_get_cancellable ();
  check = bv_dossier_check (path, passphrase, &progress, error);
  if (check == NULL)
    return FALSE;
  if (bv_call_has (call, BV_OPTION_JSON))
    print_check_as_json (check);
  else if (check->findings->len == 0)
    print_whole (check, name);
  else
    print_findings (check->findings);
  if (check->findings->len == 0)
    return TRUE;
  g_set_error (error, BV_CALL_ERROR, BV_CALL_ERROR_FINDINGS, _ ("%s: %u findings, listed above"), name,
               check->findings->len);
  return FALSE;
}

static void
print_dossier_as_json (const BvDossier *dossier, const char *name, gboolean encrypted)
{
  const BvProposal *proposal = dossier->export->proposal;
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 256);
  bv_json_writer_begin_flat (&writer, '{');
  bv_json_writer_add_string (&writer, "file", name);
  bv_json_writer_add_string (&writer, "seal", proposal->seal);
  bv_json_writer_name (&writer, "date");
  bv_json_writer_date (&writer, proposal->contest->date);
  bv_json_writer_add_integer (&writer, "files", dossier->n_files);
  bv_json_writer_add_boolean (&writer, "encrypted", encrypted);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

static void
print_dossier (const BvDossier *dossier, const char *name)
{
  const BvProposal *proposal = dossier->export->proposal;
  g_autofree char *day = bv_date_to_vietnamese (proposal->contest->date);

  bv_output_line (g_dngettext (GETTEXT_PACKAGE, "%s: %u file written and read again, ranking of %s",
                               "%s: %u files written and read again, ranking of %s", dossier->n_files),
                  name, dossier->n_files, day);
  if (proposal->seal != NULL)
    bv_output_line (_ ("Seal: %s"), proposal->seal);
  else
    bv_output_line (_ ("A draft without a seal"));
}

static void
print_result (const BvCall *call, const BvDossier *dossier)
{
  g_autofree char *name = g_filename_display_name (call->options[BV_OPTION_OUTPUT]);

  if (dossier->n_without_file > 0)
    {
      g_autofree char *warning = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u document has no file in the library: the index names it without one",
                     "%u documents have no file in the library: the index names them without one",
                     dossier->n_without_file),
        dossier->n_without_file);

      bv_output_warn (warning);
    }
  if (bv_call_has (call, BV_OPTION_JSON))
    print_dossier_as_json (dossier, name, bv_call_has (call, BV_OPTION_PASSPHRASE_FILE));
  else
    print_dossier (dossier, name);
}

/* The request points into the strings, which the caller frees. */
static gboolean
read_request (const BvCall *call, BvDossierRequest *request, char **reason, char **passphrase, GError **error)
{
  if (!bv_call_has (call, BV_OPTION_OUTPUT))
    return bv_call_fail_usage (error, _ ("-o FILE.zip is missing: where should the dossier be written?"));
  if (!read_passphrase (call, passphrase, error))
    return FALSE;
  if (bv_call_has (call, BV_OPTION_REASON))
    *reason = bv_vietnamese_nfc (call->options[BV_OPTION_REASON]);
  request->what.draft = bv_call_has (call, BV_OPTION_DRAFT);
  request->what.reason = *reason;
  request->passphrase = *passphrase;
  return *passphrase == NULL || bv_dossier_check_passphrase (*passphrase, error);
}

/**
 * bv_verb_dossier:
 * @call: a call
 * @error: return location for an error
 *
 * Writes papers, workbook and evidence into one archive, or checks such an archive.
 *
 * Returns: %FALSE with @error set on failure: what stands in the way has a line each; with
 * %BV_CALL_ERROR_FINDINGS where a dossier is not whole
 */
gboolean
bv_verb_dossier (const BvCall *call, GError **error)
{
  const char *path = call->options[BV_OPTION_OUTPUT];
  BvProgress progress = { 0 };
  BvDossierRequest request = { { 0 } };
  g_autofree char *reason = NULL;
  g_autofree char *passphrase = NULL;
  g_autoptr (BvLibrary) library = NULL;
  g_autoptr (BvDossier) dossier = NULL;

  if (bv_call_has (call, BV_OPTION_CHECK))
    return check_dossier (call, error);
  if (!bv_call_check_sealed (call, error) || !read_request (call, &request, &reason, &passphrase, error))
    return FALSE;
  library = bv_call_open_to_seal (call, &request.what.campaign, error);
  if (!bv_call_read_request (call, library, request.what.campaign, &request.what.date, &request.what.sealing,
                             error))
    return FALSE;
  progress.cancellable = bv_console_get_cancellable ();
  dossier = bv_dossier_new (library, &request, path, &progress, error);
  if (dossier == NULL || !bv_dossier_publish (dossier, library, error))
    return FALSE;
  bv_output_warn_of_each (dossier->export->listed);
  bv_output_warn_of_cut (dossier->export->n_cut);
  print_result (call, dossier);
  return TRUE;
}
