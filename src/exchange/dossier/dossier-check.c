/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/dossier/dossier-check.h"

#include "core/text/text.h"
#include "exchange/dossier/dossier-manifest.h"
#include "exchange/file-names.h"
#include "exchange/package/zip-source.h"
#include "exchange/system-locale.h"
#include "store/digest.h"
#include "store/file-name.h"
#include "store/shown-path.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* An archive from outside may claim or unpack to anything. */
#define MOST_ENTRIES 100000
#define MOST_NAME_BYTES 1024
#define MOST_MANIFEST_BYTES (64 * 1024 * 1024)
#define MOST_ENTRY_BYTES (G_GINT64_CONSTANT (4) << 30)
#define MOST_FINDINGS 1000
/* What is unpacked may be large, or much larger than the archive, but not both. */
#define MOST_BYTES_ALWAYS (G_GINT64_CONSTANT (1) << 30)
#define MOST_RATIO 100
#define BLOCK (256 * 1024)

G_DEFINE_QUARK (bv_dossier_error, bv_dossier_error)

typedef struct
{
  const char *path; /* of the archive */
  const char *passphrase;
  struct archive *archive;
  BvZipSource *source;
  BvDossierCheck *check;
  GHashTable *hashes; /* name → SHA-256, of what was read; NULL: it is damaged */
  GHashTable *folded; /* names */
  GString *manifest;  /* NULL: there was none; among the hashes it is only if it is damaged */
  gboolean opened;    /* something encrypted could be read */
  guint8 *block;
  const BvProgress *progress;
} Reader;

static void
reader_clear (Reader *reader)
{
  if (reader->archive != NULL)
    archive_read_free (reader->archive);
  g_clear_pointer (&reader->source, bv_zip_source_free);
  g_clear_pointer (&reader->check, bv_dossier_check_free);
  g_clear_pointer (&reader->hashes, g_hash_table_unref);
  g_clear_pointer (&reader->folded, g_hash_table_unref);
  if (reader->manifest != NULL)
    g_string_free (reader->manifest, TRUE);
  g_free (reader->block);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* A hostile archive has as many findings as it wants: from some number on they say nothing new. */
static void
take_finding (Reader *reader, char *finding)
{
  if (reader->check->findings->len < MOST_FINDINGS)
    g_ptr_array_add (reader->check->findings, finding);
  else
    g_free (finding);
}

/* What cannot be seen in a name is written out. */
static char *
show_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, strnlen (name, MOST_NAME_BYTES));
  GString *shown = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_type (c) == G_UNICODE_FORMAT)
        g_string_append_printf (shown, "<U+%04X>", c);
      else
        g_string_append_unichar (shown, c);
    }
  return g_string_free (shown, FALSE);
}

static void
add_finding (Reader *reader, const char *name, const char *what)
{
  g_autofree char *shown = show_name (name);

  take_finding (reader, g_strdup_printf ("%s: %s", shown, what));
}

/* Names that lead out of the folder it is unpacked to, on any system. */
static gboolean
is_safe_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  if (strpbrk (name, "\\:") != NULL)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || g_str_equal (parts[i], ".") || g_str_equal (parts[i], ".."))
      return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;
  return *name != '\0';
}

/* What turns the writing round, or is not seen at all, makes a program look like a document. */
static gboolean
is_misleading (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_FORMAT)
      return TRUE;
  return FALSE;
}

/* Windows takes such a name for a device, or for another name. */
static void
judge_parts (Reader *reader, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!bv_file_name_is_portable (parts[i]))
      {
        add_finding (
          reader, name,
          _ (
            "Windows cannot keep this name, which is a device's or is written otherwise there: do not unpack it there"));
        return;
      }
}

/* Whether an entry is a file of the dossier, to be read under @name. */
static gboolean
judge_entry (Reader *reader, struct archive_entry *entry, const char *name)
{
  if (name == NULL)
    add_finding (reader, _ ("A name"), _ ("it is not valid text: the file was not looked at"));
  else if (strlen (name) > MOST_NAME_BYTES || !is_safe_name (name))
    add_finding (reader, name, _ ("the name leads out of the dossier or is unsafe: do not unpack it"));
  else if (archive_entry_filetype (entry) != AE_IFREG)
    add_finding (reader, name, _ ("it is a link or a device, not a file: do not unpack it"));
  else if (!g_hash_table_add (reader->folded, bv_file_names_fold (name)))
    add_finding (reader, name, _ ("the name stands in the archive twice"));
  else
    {
      if (is_misleading (name))
        add_finding (reader, name, _ ("its name is shown otherwise than it is written: do not open it"));
      judge_parts (reader, name);
      return TRUE;
    }
  return FALSE;
}

static gint64
find_limit (Reader *reader)
{
  return MAX (MOST_BYTES_ALWAYS, bv_zip_source_get_size (reader->source) * MOST_RATIO);
}

static gboolean
fail_passphrase (Reader *reader, const char *what, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (reader->path);

  g_set_error (error, BV_DOSSIER_ERROR, BV_DOSSIER_ERROR_PASSPHRASE, "%s: %s", shown, what);
  return FALSE;
}

/* Why an entry could not be read to its end. The passphrase is wrong only if it never was right. */
static gboolean
explain_failure (Reader *reader, const char *name, GError **error)
{
  const char *reason = archive_error_string (reader->archive);

  if (!bv_zip_source_is_sound (reader->source, error))
    return FALSE;
  if (reason != NULL && strstr (reason, "assphrase") != NULL && !reader->opened)
    return fail_passphrase (reader, _ ("the passphrase is wrong. Ask who made the dossier"), error);
  add_finding (reader, name, _ ("it is damaged and cannot be unpacked"));
  return TRUE;
}

static gboolean
is_too_large (Reader *reader, gint64 bytes)
{
  return bytes > MOST_ENTRY_BYTES || reader->check->bytes > find_limit (reader);
}

typedef enum
{
  READ_WHOLE,
  READ_DAMAGED, /* a finding; what follows can be read */
  READ_BROKEN,  /* a finding; the archive cannot be read on */
  READ_FAILED,  /* an error */
} ReadResult;

/* The manifest is kept, all else only hashed. */
static ReadResult
read_content (Reader *reader, const char *name, BvDigest *digest, GString *kept, GError **error)
{
  /* One whose name misleads is told of already. */
  gboolean is_program = !is_misleading (name) && bv_file_name_is_program (name);
  gint64 bytes = 0;
  la_ssize_t length;

  while ((length = archive_read_data (reader->archive, reader->block, BLOCK)) > 0)
    {
      is_program |= bytes == 0 && bv_file_start_is_program (reader->block, length);
      bytes += length;
      reader->check->bytes += length;
      if (is_too_large (reader, bytes) || (kept != NULL && bytes > MOST_MANIFEST_BYTES))
        {
          add_finding (reader, name,
                       _ ("it unpacks to far more than such a file holds: the rest was not looked at. Do "
                          "not unpack it"));
          return READ_BROKEN;
        }
      if (bv_progress_is_cancelled (reader->progress, error))
        return READ_FAILED;
      bv_progress_tell (reader->progress, bv_zip_source_get_fraction (reader->source));
      bv_digest_update (digest, reader->block, length);
      if (kept != NULL)
        g_string_append_len (kept, (const char *) reader->block, length);
    }
  if (is_program)
    add_finding (reader, name, _ ("it is a program or script, and no document: do not open it"));
  if (length == 0)
    return READ_WHOLE;
  return explain_failure (reader, name, error) ? READ_DAMAGED : READ_FAILED;
}

static gboolean
check_encryption (Reader *reader, struct archive_entry *entry, const char *name, GError **error)
{
  gboolean encrypted = archive_entry_is_data_encrypted (entry);

  if (encrypted && reader->passphrase == NULL)
    return fail_passphrase (reader, _ ("it is encrypted, and its passphrase is needed to check it"), error);
  reader->check->encrypted &= encrypted;
  if (!encrypted && reader->passphrase != NULL)
    add_finding (reader, name, _ ("it is not encrypted, although there is a passphrase"));
  return TRUE;
}

static ReadResult
read_file (Reader *reader, struct archive_entry *entry, const char *name, GError **error)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();
  GString *kept = NULL;
  ReadResult result;

  if (!check_encryption (reader, entry, name, error))
    return READ_FAILED;
  if (g_str_equal (name, BV_MANIFEST_NAME))
    kept = reader->manifest = g_string_new (NULL);
  result = read_content (reader, name, digest, kept, error);
  if (result != READ_WHOLE)
    {
      g_hash_table_insert (reader->hashes, g_strdup (name), NULL);
      return result;
    }
  reader->opened |= archive_entry_is_data_encrypted (entry);
  reader->check->n_files++;
  if (kept == NULL)
    g_hash_table_insert (reader->hashes, g_strdup (name), bv_digest_finish (digest));
  return READ_WHOLE;
}

static ReadResult
read_entry (Reader *reader, struct archive_entry *entry, GError **error)
{
  g_autofree char *name = bv_system_locale_get_entry_name (entry);

  /* What is packed again by another program has entries for its folders too. */
  if (archive_entry_filetype (entry) == AE_IFDIR || !judge_entry (reader, entry, name))
    return READ_WHOLE;
  return read_file (reader, entry, name, error);
}

/* libarchive finds no entry behind one whose header is damaged, but every one behind a damaged content. */
static ReadResult
read_entries (Reader *reader, GError **error)
{
  struct archive_entry *entry;
  int found;

  for (guint n = 0; (found = archive_read_next_header (reader->archive, &entry)) != ARCHIVE_EOF; n++)
    {
      ReadResult result;

      if (found < ARCHIVE_WARN)
        return explain_failure (reader, _ ("A file"), error) ? READ_BROKEN : READ_FAILED;
      if (n == MOST_ENTRIES)
        {
          add_finding (reader, _ ("The archive"), _ ("it has more files than a dossier"));
          return READ_BROKEN;
        }
      result = read_entry (reader, entry, error);
      if (result == READ_BROKEN || result == READ_FAILED)
        return result;
    }
  return READ_WHOLE;
}

/* What the manifest says of one file. Only where all was read, what is not there is missing. */
static void
compare_line (Reader *reader, GHashTable *listed, char *line, gboolean complete)
{
  const char *sha256;
  const char *name;
  gpointer found = NULL;

  if (!g_utf8_validate (line, -1, NULL) || !bv_manifest_parse_line (line, &sha256, &name))
    {
      g_autofree char *excerpt = bv_text_excerpt (line);

      take_finding (reader,
                    g_strdup_printf (_ ("%s: “%s” is not a line of a manifest"), BV_MANIFEST_NAME, excerpt));
      return;
    }
  if (!g_hash_table_add (listed, (gpointer) name))
    {
      add_finding (reader, name, _ ("the manifest names it twice"));
      return;
    }
  if (!g_hash_table_lookup_extended (reader->hashes, name, NULL, &found))
    add_finding (reader, name,
                 complete ? _ ("it is missing")
                          : _ ("it was not looked at: the archive is damaged before it, or it is missing"));
  else if (found != NULL && !g_str_equal (found, sha256))
    add_finding (reader, name, _ ("it was changed: it is not what the manifest says"));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_unlisted (Reader *reader, GHashTable *listed)
{
  guint n_names;
  g_autofree const char **names = (const char **) g_hash_table_get_keys_as_array (reader->hashes, &n_names);

  qsort (names, n_names, sizeof *names, compare_names);
  for (guint i = 0; i < n_names; i++)
    if (!g_hash_table_contains (listed, names[i]))
      add_finding (reader, names[i], _ ("the manifest does not name it: it was added later"));
}

static void
compare (Reader *reader, gboolean complete)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) lines = NULL;

  if (reader->manifest == NULL || g_hash_table_contains (reader->hashes, BV_MANIFEST_NAME))
    {
      if (reader->manifest == NULL && complete)
        add_finding (reader, BV_MANIFEST_NAME, _ ("it is missing: this is no dossier, or a part of one"));
      return;
    }
  lines = g_strsplit (reader->manifest->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      compare_line (reader, listed, lines[i], complete);
  add_unlisted (reader, listed);
}

/* The end of a zip archive says what is in it; without it, it was cut off. */
static gboolean
explain_format (Reader *reader, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (reader->path);

  if (!bv_zip_source_is_sound (reader->source, error))
    return FALSE;
  if (bv_zip_source_is_zip (reader->source))
    {
      add_finding (reader, shown, _ ("its end is missing or damaged: it was not copied completely"));
      return TRUE;
    }
  g_set_error (error, BV_DOSSIER_ERROR, BV_DOSSIER_ERROR_FORMAT,
               _ ("%s is not a zip archive: choose the .zip file of a dossier"), shown);
  return FALSE;
}

static gboolean
open_archive (Reader *reader, GError **error)
{
  reader->archive = archive_read_new ();
  archive_read_support_format_zip_seekable (reader->archive);
  if (reader->passphrase != NULL)
    archive_read_add_passphrase (reader->archive, reader->passphrase);
  reader->source = bv_zip_source_open (reader->archive, reader->path,
                                       bv_progress_get_cancellable (reader->progress), error);
  return reader->source != NULL;
}

static gboolean
check_archive (Reader *reader, GError **error)
{
  ReadResult result;

  if (!open_archive (reader, error))
    return FALSE;
  if (archive_read_open1 (reader->archive) != ARCHIVE_OK)
    return explain_format (reader, error);
  result = read_entries (reader, error);
  if (result == READ_FAILED)
    return FALSE;
  compare (reader, result == READ_WHOLE);
  reader->check->encrypted &= reader->check->n_files > 0;
  return TRUE;
}

/**
 * bv_dossier_check:
 * @path: a dossier, perhaps damaged or hostile
 * @passphrase: (nullable): of an encrypted one
 * @progress: (nullable): how far it is, and whether it is given up
 * @error: return location for a %BV_DOSSIER_ERROR or #GIOErrorEnum
 *
 * Reads every file of a dossier and compares it with the manifest. Nothing is unpacked to the disk. The
 * manifest stands in the same archive: it tells what was damaged or lost, not who wrote it.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL with @error set where the file cannot be read,
 *   is no archive, or needs another passphrase
 */
BvDossierCheck *
bv_dossier_check (const char *path, const char *passphrase, const BvProgress *progress, GError **error)
{
  g_auto (Reader) reader = { path, passphrase };
  gpointer charset = bv_system_locale_begin_utf8 ();
  gboolean ok;

  reader.progress = progress;
  reader.check = g_new0 (BvDossierCheck, 1);
  reader.check->encrypted = TRUE;
  reader.check->findings = g_ptr_array_new_with_free_func (g_free);
  reader.hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reader.folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader.block = g_malloc (BLOCK);
  ok = check_archive (&reader, error);
  bv_system_locale_end_utf8 (charset);
  return ok ? g_steal_pointer (&reader.check) : NULL;
}

/**
 * bv_dossier_check_free:
 * @check: (transfer full): what was found
 */
void
bv_dossier_check_free (BvDossierCheck *check)
{
  g_ptr_array_unref (check->findings);
  g_free (check);
}

/**
 * bv_dossier_check_describe:
 * @check: a check
 * @name: what the dossier is called
 *
 * Returns: (transfer full): what came of it, in one line
 */
char *
bv_dossier_check_describe (const BvDossierCheck *check, const char *name)
{
  if (check->findings->len > 0)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s: %u finding", "%s: %u findings", check->findings->len), name,
      check->findings->len);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: whole, %u file is as it was written",
                                       "%s: whole, %u files are as they were written", check->n_files),
                          name, check->n_files);
}
