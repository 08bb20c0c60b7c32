/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/verify.h"

#include "store/library-parts.h"
#include "store/library-private.h"
#include "store/proof/chain.h"
#include "store/proof/content.h"
#include "store/proof/shape.h"
#include "store/search.h"
#include "store/statement.h"
#include "store/unfinished/leftovers.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

typedef enum
{
  EVIDENCE,
  SEALED,
  RECEIVED,
} DocumentKind;

/* A file of the vault as the library names it. */
typedef struct
{
  DocumentKind kind;
  char *key; /* of what was sealed its number and its campaign; of an answer its version and its unit */
  char *file;
  char *sha256;
} Document;

typedef gboolean (*CheckFunc) (BvLibrary *library, GPtrArray *findings, GError **error);

static void
document_free (Document *document)
{
  g_free (document->key);
  g_free (document->file);
  g_free (document->sha256);
  g_free (document);
}

G_GNUC_PRINTF (2, 3)
static void
add_finding (GPtrArray *findings, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  g_ptr_array_add (findings, g_strdup_vprintf (format, values));
  va_end (values);
}

static void
read_integrity (sqlite3_stmt *row, gpointer findings)
{
  if (!g_str_equal (bv_statement_column_text (row, 0), "ok"))
    add_finding (findings, _ ("database: %s"), bv_statement_column_text (row, 0));
}

static gboolean
check_database (BvLibrary *library, GPtrArray *findings, GError **error)
{
  return bv_statement_each (library, "PRAGMA integrity_check", read_integrity, findings, error, "");
}

static void
read_reference (sqlite3_stmt *row, gpointer findings)
{
  /* Translators: a table, the number of a row, another table */
  add_finding (findings, _ ("database: table %s, row %s names a row of %s that is not there"),
               bv_statement_column_text (row, 0), bv_statement_column_text (row, 1),
               bv_statement_column_text (row, 2));
}

static gboolean
check_references (BvLibrary *library, GPtrArray *findings, GError **error)
{
  return bv_statement_each (library, "PRAGMA foreign_key_check", read_reference, findings, error, "");
}

/* FTS5 checks its index by a statement that writes, which a reader may not. */
static gboolean
check_search (BvLibrary *library, GPtrArray *findings, GError **error)
{
  gint64 stale = bv_search_count_stale (library, error);

  if (stale < 0)
    return FALSE;
  if (stale > 0)
    add_finding (findings, _ ("search: rows that are not what they are derived from: %" PRId64), stale);
  return !bv_library_is_writable (library)
         || bv_statement_run (library, "INSERT INTO search (search) VALUES ('integrity-check')", error, "");
}

static void
read_document (sqlite3_stmt *row, gpointer documents)
{
  Document *document = g_new0 (Document, 1);

  document->key = g_strdup (bv_statement_column_text (row, 0));
  document->file = g_strdup (bv_statement_column_text (row, 1));
  document->sha256 = g_strdup (bv_statement_column_text (row, 2));
  document->kind = sqlite3_column_int (row, 3);
  g_ptr_array_add (documents, document);
}

/* @campaign: a campaign's row; 0: all of them. */
static gboolean
list_documents (BvLibrary *library, gint64 campaign, GPtrArray *documents, GError **error)
{
  return bv_statement_each (
    library,
    "SELECT e.key, e.file, e.sha256, 0, c.key AS campaign, e.ordinal FROM evidence e "
    "JOIN campaign c ON c.id = e.campaign WHERE e.sha256 IS NOT NULL AND (?1 = 0 OR e.campaign = ?1) "
    "UNION ALL SELECT p.ordinal || ', ' || c.key, p.file, p.dump, 1, c.key, p.ordinal FROM proposal p "
    "JOIN campaign c ON c.id = p.campaign WHERE p.dump IS NOT NULL AND (?1 = 0 OR p.campaign = ?1) "
    "UNION ALL SELECT r.version || ', ' || ifnull (r.unit, '?'), r.file, r.sha256, 2, c.key, r.received "
    "FROM receipt r JOIN campaign c ON c.id = r.campaign WHERE ?1 = 0 OR r.campaign = ?1 "
    "ORDER BY campaign, 4, 6",
    read_document, documents, error, "i", campaign);
}

/* What is wrong with a file of the vault; NULL: nothing. */
static const char *
check_file (BvLibrary *library, const Document *document)
{
  g_autoptr (GError) error = NULL;

  if (bv_vault_check (library->folder, document->sha256, document->file, &error))
    return NULL;
  if (g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
    return _ ("not here");
  return _ ("damaged: no longer what was attached");
}

static void
add_complaint (GPtrArray *findings, const Document *document, const char *complaint)
{
  /* Translators: a key, or a number and a key; a file name; what is wrong */
  if (document->kind == EVIDENCE)
    add_finding (findings, _ ("evidence %s (%s): %s"), document->key, document->file, complaint);
  else if (document->kind == SEALED)
    add_finding (findings, _ ("what was sealed %s (%s): %s"), document->key, document->file, complaint);
  else
    add_finding (findings, _ ("what was received %s (%s): %s"), document->key, document->file, complaint);
}

/* Each file is read once, however often it is named. */
static void
check_documents (BvLibrary *library, GPtrArray *documents, GPtrArray *findings)
{
  g_autoptr (GHashTable) checked = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < documents->len; i++)
    {
      const Document *document = g_ptr_array_index (documents, i);
      gpointer complaint;

      if (!g_hash_table_lookup_extended (checked, document->sha256, NULL, &complaint))
        {
          complaint = (gpointer) check_file (library, document);
          g_hash_table_insert (checked, document->sha256, complaint);
        }
      if (complaint != NULL)
        add_complaint (findings, document, complaint);
    }
}

/* A database too damaged for a check to run is a finding, any other failure an error. */
static gboolean
take_failure (GError *cause, GPtrArray *findings, GError **error)
{
  if (!g_error_matches (cause, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_ptr_array_add (findings, g_strdup (cause->message));
  g_error_free (cause);
  return TRUE;
}

static gboolean
run_check (BvLibrary *library, CheckFunc check, GPtrArray *findings, GError **error)
{
  GError *cause = NULL;

  return check (library, findings, &cause) || take_failure (cause, findings, error);
}

static gboolean
run_checks (BvLibrary *library, gint64 campaign, GPtrArray *documents, GPtrArray *findings, GError **error)
{
  static const CheckFunc checks[]
    = { check_database, bv_shape_check, check_references, check_search, bv_chain_check, bv_content_check };
  GError *cause = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (!run_check (library, checks[i], findings, error))
      return FALSE;
  return list_documents (library, campaign, documents, &cause) || take_failure (cause, findings, error);
}

/* Of one state of the database. The files are read after it: an open transaction would keep the write-ahead
 * log from being shortened. */
static gboolean
check_state (BvLibrary *library, gint64 campaign, GPtrArray *documents, GPtrArray *findings, GError **error)
{
  gboolean checked;

  g_return_val_if_fail (!library->acting, FALSE);

  if (!bv_statement_run (library, "BEGIN", error, ""))
    return FALSE;
  checked = run_checks (library, campaign, documents, findings, error);
  bv_statement_run (library, "ROLLBACK", NULL, "");
  return checked;
}

static char **
verify (BvLibrary *library, gboolean files, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) document_free);

  if (!check_state (library, 0, documents, findings, error))
    return NULL;
  if (files)
    {
      check_documents (library, documents, findings);
      if (!bv_leftovers_find (library, findings, error))
        return NULL;
    }
  g_ptr_array_add (findings, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&findings), FALSE);
}

/**
 * bv_verify_library:
 * @library: a library, outside an action
 * @error: return location for a #GError
 *
 * Checks the database, what is derived in it, the chain of the journal, the digests of the content, the hash
 * of every file that evidence or a sealing names, and what is left over. Files in the vault that nothing
 * names are no finding. That the end of the journal was cut off, and what it did taken back, cannot be seen.
 * A reader sees one state of the database while another process writes, and leaves out FTS5's check of its
 * own index. Reads every file: not for the main thread.
 *
 * Returns: (transfer full): one line a finding, none in a sound library; %NULL with
 *   %BV_STORE_ERROR_DATABASE if the check itself could not be made
 */
char **
bv_verify_library (BvLibrary *library, GError **error)
{
  return verify (library, TRUE, error);
}

/**
 * bv_verify_database:
 * @library: a library, outside an action
 * @error: return location for a %BV_STORE_ERROR
 *
 * As bv_verify_library(), without the files: what it costs grows with the database alone. Not for the main
 * thread.
 *
 * Returns: (transfer full): one line a finding, none in a sound database; %NULL with @error set if the check
 *   itself could not be made
 */
char **
bv_verify_database (BvLibrary *library, GError **error)
{
  return verify (library, FALSE, error);
}

/**
 * bv_verify_at_rest:
 * @folder: the folder of a library that nobody has open, and that may be too damaged to be opened
 *
 * bv_verify_database() of what lies there. Not for the main thread.
 *
 * Returns: (transfer full): one line a finding; also why it cannot be looked at
 */
char **
bv_verify_at_rest (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, BV_LIBRARY_DATABASE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) library = bv_library_open_copy (path, folder, &error);
  char **findings = library != NULL ? bv_verify_database (library, &error) : NULL;

  if (findings == NULL)
    {
      findings = g_new0 (char *, 2);
      findings[0] = g_strdup (error->message);
    }
  return findings;
}

static void
leave_out_absent (BvLibrary *library, GPtrArray *documents)
{
  for (guint i = documents->len; i-- > 0;)
    {
      const Document *document = g_ptr_array_index (documents, i);

      if (!bv_vault_has (library->folder, document->sha256, document->file))
        g_ptr_array_remove_index (documents, i);
    }
}

/**
 * bv_verify_campaign:
 * @library: a library, outside an action
 * @campaign: a campaign's row
 * @sound: (out): whether the database has no findings, and no file of the campaign is damaged
 * @error: return location for a #GError
 *
 * As bv_verify_library(), for what is sealed. A file that is absent is not damaged:
 * bv_verify_count_absent() counts those. Reads every file of the campaign: not for the main thread.
 *
 * Returns: %FALSE with %BV_STORE_ERROR_DATABASE if the check itself could not be made
 */
gboolean
bv_verify_campaign (BvLibrary *library, gint64 campaign, gboolean *sound, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) document_free);

  if (!check_state (library, campaign, documents, findings, error))
    return FALSE;
  leave_out_absent (library, documents);
  check_documents (library, documents, findings);
  *sound = findings->len == 0;
  return TRUE;
}

/* The files of one campaign that are looked for. */
typedef struct
{
  const char *folder;
  guint n_absent;
} Absence;

static void
look_for_file (sqlite3_stmt *row, gpointer data)
{
  Absence *absence = data;
  const char *sha256 = (const char *) sqlite3_column_text (row, 0);

  if (sha256 == NULL || !bv_vault_has (absence->folder, sha256, bv_statement_column_text (row, 1)))
    absence->n_absent++;
}

/**
 * bv_verify_count_absent:
 * @library: a library
 * @campaign: a campaign's row
 * @n_absent: (out): how many pieces of evidence name a file that is not in the vault
 * @error: return location for a %BV_STORE_ERROR
 *
 * What is in the files is not looked at. A document that is recorded by its number alone names no file.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_verify_count_absent (BvLibrary *library, gint64 campaign, guint *n_absent, GError **error)
{
  Absence absence = { bv_library_get_folder (library), 0 };
  gboolean ok = bv_statement_each (library,
                                   "SELECT sha256, file FROM evidence WHERE campaign = ?1 "
                                   "AND (sha256 IS NOT NULL OR file <> '')",
                                   look_for_file, &absence, error, "i", campaign);

  *n_absent = absence.n_absent;
  return ok;
}
