/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/backup-manifest.h"

#include "exchange/interchange/json-writer.h"
#include "store/backup/backup-name.h"
#include "store/digest.h"
#include "store/failure.h"
#include "store/file-digest.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <string.h>

#define FORMAT "bangvang-backup"
#define VERSION 1

/* The last member: the SHA-256 of the text in which its own digits are all 0. */
#define CHECK "check"
#define NO_CHECK "0000000000000000000000000000000000000000000000000000000000000000"

/* No manifest is as long. */
#define MOST_BYTES 16777216

G_DEFINE_QUARK (bv_backup_manifest_error, bv_backup_manifest_error)

/* A member of a record, each once for writing and reading. */
typedef struct
{
  const char *name;
  gsize offset;
} Member;

#define MEMBER(type, member)               \
  {                                        \
#member, G_STRUCT_OFFSET(type, member) \
  }

static const Member numbers[] = {
  MEMBER (BvBackupManifest, number),        MEMBER (BvBackupManifest, made),
  MEMBER (BvBackupManifest, rows),          MEMBER (BvBackupManifest, bytes),
  MEMBER (BvBackupManifest, proven),        MEMBER (BvBackupManifest, files),
  MEMBER (BvBackupManifest, files_checked), MEMBER (BvBackupManifest, files_absent),
};

static const Member texts[] = {
  MEMBER (BvBackupManifest, program),     MEMBER (BvBackupManifest, library),
  MEMBER (BvBackupManifest, computer),    MEMBER (BvBackupManifest, rows_sha256),
  MEMBER (BvBackupManifest, dump_sha256), MEMBER (BvBackupManifest, file_sha256),
};

static const Member counts[] = {
  MEMBER (BvBackupFacts, schema),
  MEMBER (BvBackupFacts, actions),
  MEMBER (BvBackupFacts, last_action),
  MEMBER (BvBackupFacts, last_time),
};

static const Member campaign_counts[] = {
  MEMBER (BvBackupCampaign, nominees),
  MEMBER (BvBackupCampaign, verified),
  MEMBER (BvBackupCampaign, evidence),
};

/**
 * bv_backup_manifest_new:
 *
 * Returns: (transfer full): a manifest of nothing
 */
BvBackupManifest *
bv_backup_manifest_new (void)
{
  BvBackupManifest *manifest = g_new0 (BvBackupManifest, 1);

  manifest->facts = bv_backup_facts_new ();
  manifest->damaged = g_new0 (char *, 1);
  return manifest;
}

/**
 * bv_backup_manifest_free:
 * @manifest: (transfer full): a manifest
 */
void
bv_backup_manifest_free (BvBackupManifest *manifest)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (G_STRUCT_MEMBER (char *, manifest, texts[i].offset));
  bv_backup_facts_free (manifest->facts);
  g_strfreev (manifest->damaged);
  g_free (manifest);
}

static void
write_numbers (BvJsonWriter *writer, const Member *members, guint n, gconstpointer record)
{
  for (guint i = 0; i < n; i++)
    bv_json_writer_add_integer (writer, members[i].name, G_STRUCT_MEMBER (gint64, record, members[i].offset));
}

static void
write_campaigns (BvJsonWriter *writer, const BvBackupFacts *facts)
{
  bv_json_writer_name (writer, "campaigns");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < facts->campaigns->len; i++)
    {
      const BvBackupCampaign *campaign = g_ptr_array_index (facts->campaigns, i);

      bv_json_writer_begin_flat (writer, '{');
      bv_json_writer_add_string (writer, "key", campaign->key);
      bv_json_writer_add_string (writer, "title", campaign->title);
      write_numbers (writer, campaign_counts, G_N_ELEMENTS (campaign_counts), campaign);
      bv_json_writer_end_object (writer);
    }
  bv_json_writer_end_array (writer);
}

static void
write_damaged (BvJsonWriter *writer, char **damaged)
{
  bv_json_writer_name (writer, "damaged");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; damaged[i] != NULL; i++)
    bv_json_writer_string (writer, damaged[i]);
  bv_json_writer_end_array (writer);
}

static char *
hash_text (const char *text, gsize length)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();

  bv_digest_update (digest, text, length);
  return bv_digest_finish (digest);
}

/* Where the digits of the check stand; NULL: nowhere. */
static char *
find_check (char *text, gsize length)
{
  const char *mark = "\"" CHECK "\": \"";
  char *found = g_strrstr_len (text, length, mark);

  if (found == NULL || (gsize) (found - text) + strlen (mark) + strlen (NO_CHECK) > length)
    return NULL;
  return found + strlen (mark);
}

/**
 * bv_backup_manifest_write:
 * @manifest: a manifest
 * @length: (out): the bytes of the text
 *
 * Returns: (transfer full): it as JSON, which proves itself
 */
char *
bv_backup_manifest_write (const BvBackupManifest *manifest, gsize *length)
{
  g_autofree char *check = NULL;
  BvJsonWriter writer;
  char *text;

  bv_json_writer_init (&writer, 2048);
  bv_json_writer_begin (&writer, '{');
  bv_json_writer_add_string (&writer, "format", FORMAT);
  bv_json_writer_add_integer (&writer, "version", VERSION);
  write_numbers (&writer, numbers, G_N_ELEMENTS (numbers), manifest);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    bv_json_writer_add_string (&writer, texts[i].name, G_STRUCT_MEMBER (char *, manifest, texts[i].offset));
  bv_json_writer_add_boolean (&writer, "by_hand", manifest->by_hand);
  bv_json_writer_add_string (&writer, "chain_head", manifest->facts->chain_head);
  write_numbers (&writer, counts, G_N_ELEMENTS (counts), manifest->facts);
  write_campaigns (&writer, manifest->facts);
  write_damaged (&writer, manifest->damaged);
  bv_json_writer_add_string (&writer, CHECK, NO_CHECK);
  bv_json_writer_end_object (&writer);
  text = bv_json_writer_finish (&writer, length);
  check = hash_text (text, *length);
  memcpy (find_check (text, *length), check, strlen (NO_CHECK));
  return text;
}

static gboolean
refuse (BvBackupManifestError code, const char *message, GError **error)
{
  g_set_error_literal (error, BV_BACKUP_MANIFEST_ERROR, code, message);
  return FALSE;
}

static gboolean
proves_itself (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  char *digits = find_check (copy, length);
  g_autofree char *found = digits != NULL ? g_strndup (digits, strlen (NO_CHECK)) : NULL;
  g_autofree char *expected = NULL;

  if (found == NULL)
    return FALSE;
  memcpy (digits, NO_CHECK, strlen (NO_CHECK));
  expected = hash_text (copy, length);
  return g_str_equal (found, expected);
}

/* It proves itself, so what is missing there an older version did not write. */
static gint64
read_number (const json_t *object, const char *name)
{
  return json_integer_value (json_object_get (object, name));
}

static void
read_numbers (const json_t *object, const Member *members, guint n, gpointer record)
{
  for (guint i = 0; i < n; i++)
    G_STRUCT_MEMBER (gint64, record, members[i].offset) = read_number (object, members[i].name);
}

static char *
read_text (const json_t *object, const char *name)
{
  return g_strdup (json_string_value (json_object_get (object, name)));
}

static void
read_campaigns (const json_t *array, BvBackupFacts *facts)
{
  for (gsize i = 0; i < json_array_size (array); i++)
    {
      const json_t *object = json_array_get (array, i);
      g_autofree char *key = read_text (object, "key");
      g_autofree char *title = read_text (object, "title");
      BvBackupCampaign *campaign;

      if (key == NULL || title == NULL)
        continue;
      campaign = bv_backup_facts_add (facts, key, title);
      read_numbers (object, campaign_counts, G_N_ELEMENTS (campaign_counts), campaign);
    }
}

static char **
read_damaged (const json_t *array)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (gsize i = 0; i < json_array_size (array); i++)
    if (json_is_string (json_array_get (array, i)))
      g_ptr_array_add (lines, g_strdup (json_string_value (json_array_get (array, i))));
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

static void
read_members (BvBackupManifest *manifest, const json_t *root)
{
  read_numbers (root, numbers, G_N_ELEMENTS (numbers), manifest);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    G_STRUCT_MEMBER (char *, manifest, texts[i].offset) = read_text (root, texts[i].name);
  manifest->by_hand = json_is_true (json_object_get (root, "by_hand"));
  manifest->facts->chain_head = read_text (root, "chain_head");
  read_numbers (root, counts, G_N_ELEMENTS (counts), manifest->facts);
  read_campaigns (json_object_get (root, "campaigns"), manifest->facts);
  g_strfreev (manifest->damaged);
  manifest->damaged = read_damaged (json_object_get (root, "damaged"));
}

static gboolean
has_all_texts (const BvBackupManifest *manifest)
{
  return manifest->program != NULL && manifest->library != NULL && manifest->computer != NULL
         && manifest->rows_sha256 != NULL && manifest->dump_sha256 != NULL && manifest->file_sha256 != NULL;
}

/**
 * bv_backup_manifest_read:
 * @text: (array length=length): what bv_backup_manifest_write() returned, perhaps damaged
 * @length: its bytes
 * @error: return location for %BV_BACKUP_MANIFEST_ERROR_FORMAT
 *
 * Returns: (transfer full) (nullable): the manifest; %NULL with @error set where one byte of it is another
 */
BvBackupManifest *
bv_backup_manifest_read (const char *text, gsize length, GError **error)
{
  g_autoptr (BvBackupManifest) manifest = bv_backup_manifest_new ();
  json_auto_t *root
    = proves_itself (text, length) ? json_loadb (text, length, JSON_REJECT_DUPLICATES, NULL) : NULL;

  if (root == NULL || g_strcmp0 (json_string_value (json_object_get (root, "format")), FORMAT) != 0)
    {
      refuse (BV_BACKUP_MANIFEST_ERROR_FORMAT, _ ("what is known of the copy is damaged"), error);
      return NULL;
    }
  if (read_number (root, "version") > VERSION)
    {
      refuse (BV_BACKUP_MANIFEST_ERROR_FORMAT, _ ("a newer Bảng Vàng made the copy"), error);
      return NULL;
    }
  read_members (manifest, root);
  if (has_all_texts (manifest))
    return g_steal_pointer (&manifest);
  refuse (BV_BACKUP_MANIFEST_ERROR_FORMAT, _ ("what is known of the copy is damaged"), error);
  return NULL;
}

static gint64
get_size (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info
    = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_file_info_get_size (info) : -1;
}

static char *
load (const char *database, gsize *length, GError **error)
{
  g_autofree char *path = bv_backup_name_get_manifest (database);
  g_autoptr (GError) cause = NULL;
  char *text = NULL;

  if (get_size (path) > MOST_BYTES)
    refuse (BV_BACKUP_MANIFEST_ERROR_FORMAT, _ ("what is known of the copy is damaged"), error);
  else if (!g_file_get_contents (path, &text, length, &cause))
    refuse (BV_BACKUP_MANIFEST_ERROR_ABSENT,
            g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT)
              ? _ ("the copy was cut off, and never proven")
              : _ ("what is known of the copy cannot be read"),
            error);
  return text;
}

/**
 * bv_backup_manifest_read_of:
 * @database: the database of a backup
 * @whole: whether its hash is compared too, and not only its size
 * @error: return location for a %BV_BACKUP_MANIFEST_ERROR
 *
 * Returns: (transfer full) (nullable): the manifest that lies beside it and fits; %NULL with @error set: it
 * is no backup
 */
BvBackupManifest *
bv_backup_manifest_read_of (const char *database, gboolean whole, GError **error)
{
  gsize length = 0;
  g_autofree char *text = load (database, &length, error);
  g_autoptr (BvBackupManifest) manifest = text != NULL ? bv_backup_manifest_read (text, length, error) : NULL;
  g_autofree char *hash = NULL;

  if (manifest == NULL)
    return NULL;
  if (whole)
    hash = bv_file_digest_compute (database);
  if (get_size (database) == manifest->bytes && (!whole || g_strcmp0 (hash, manifest->file_sha256) == 0))
    return g_steal_pointer (&manifest);
  refuse (BV_BACKUP_MANIFEST_ERROR_MISFIT, _ ("the copy was changed or damaged after it was proven"), error);
  return NULL;
}

/**
 * bv_backup_manifest_is_of:
 * @manifest: a manifest
 * @library_folder: the folder of a library of this computer
 *
 * Returns: whether it is a backup of that library
 */
gboolean
bv_backup_manifest_is_of (const BvBackupManifest *manifest, const char *library_folder)
{
  g_autofree char *absolute = g_canonicalize_filename (library_folder, NULL);

  return g_str_equal (manifest->library, absolute) && g_str_equal (manifest->computer, g_get_host_name ());
}
