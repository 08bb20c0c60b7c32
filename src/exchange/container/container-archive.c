/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/container/container-archive.h"

#include "exchange/container/container-budget.h"
#include "exchange/container/container-error.h"
#include "exchange/container/container-limits.h"
#include "exchange/container/container-name.h"
#include "exchange/package/zip-source.h"
#include "exchange/system-locale.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define CHUNK (64 * 1024)

/* Whatever the archive does not name the set of; container-name knows better. */
#define NAMES "hdrcharset=CP437"

typedef struct
{
  struct archive *archive;
  const BvContainerSink *sink;
  gpointer data;
  BvContainerBudget budget;
  guint n_files;
  gboolean is_open;
} Reading;

typedef struct archive Archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

static void
support (struct archive *archive, BvContainerKind kind)
{
  switch (kind)
    {
    case BV_CONTAINER_RAR:
      archive_read_support_format_rar (archive);
      break;
    case BV_CONTAINER_RAR5:
      archive_read_support_format_rar5 (archive);
      break;
    case BV_CONTAINER_7Z:
      archive_read_support_format_7zip (archive);
      break;
    case BV_CONTAINER_ZIP:
    case BV_CONTAINER_NONE:
    case BV_CONTAINER_MAIL:
      archive_read_support_format_zip_seekable (archive);
      break;
    }
  /* A format without such an option has names in Unicode. */
  archive_read_set_options (archive, NAMES);
}

/* What libarchive was not built for, or nobody has written for it, it says in words alone. */
static gboolean
says (struct archive *archive, const char *word)
{
  const char *text = archive_error_string (archive);
  g_autofree char *lower = g_ascii_strdown (text != NULL ? text : "", -1);

  return strstr (lower, word) != NULL;
}

/* Of an archive that could not be opened libarchive 3.6 cannot be asked what is in it. */
static gboolean
is_locked (const Reading *self)
{
  return says (self->archive, "encrypt")
         || (self->is_open && archive_read_has_encrypted_entries (self->archive) > 0);
}

static gboolean
fail (const Reading *self, GError **error)
{
  if (is_locked (self))
    return bv_container_refuse (BV_CONTAINER_ERROR_PASSWORD, error);
  if (says (self->archive, "support") || says (self->archive, "multivolume"))
    return bv_container_refuse (BV_CONTAINER_ERROR_METHOD, error);
  return bv_container_refuse (BV_CONTAINER_ERROR_DAMAGED, error);
}

static gboolean
hand_over (Reading *self, const char *path, GError **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  la_ssize_t length;

  self->n_files++;
  if (!self->sink->begin (self->data, path, error))
    return FALSE;
  while ((length = archive_read_data (self->archive, chunk, CHUNK)) > 0)
    if (!bv_container_budget_take_bytes (&self->budget, (guint64) length, error)
        || !self->sink->bytes (self->data, chunk, (gsize) length, error))
      return FALSE;
  return length == 0 ? self->sink->end (self->data, error) : fail (self, error);
}

/* A link says where something is, not what. */
static gboolean
is_file (struct archive_entry *entry)
{
  return archive_entry_filetype (entry) == AE_IFREG && archive_entry_hardlink (entry) == NULL
         && archive_entry_symlink (entry) == NULL;
}

/* As it is written, else as libarchive holds it on this system; NULL: it has none that can be read. */
static char *
get_name (struct archive_entry *entry)
{
  const char *written = archive_entry_pathname_utf8 (entry);
  char *held = written == NULL ? bv_system_locale_get_entry_name (entry) : NULL;

  return held != NULL ? held : g_strdup (written != NULL ? written : archive_entry_pathname (entry));
}

static gboolean
take_entry (Reading *self, struct archive_entry *entry, GError **error)
{
  g_autofree char *written = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (!bv_container_budget_take_entry (&self->budget, error))
    return FALSE;
  if (archive_entry_is_encrypted (entry))
    return bv_container_refuse (BV_CONTAINER_ERROR_PASSWORD, error);
  if (archive_entry_filetype (entry) == AE_IFDIR)
    return TRUE;
  written = get_name (entry);
  if (written == NULL)
    return bv_container_refuse (BV_CONTAINER_ERROR_DAMAGED, error);
  name = bv_container_name_decode (written);
  path = bv_container_name_make_path (name);
  if (path == NULL || !is_file (entry) || bv_container_name_is_rubbish (path))
    return self->sink->leave_out (self->data, error);
  return hand_over (self, path, error);
}

static gboolean
take_entries (Reading *self, GError **error)
{
  struct archive_entry *entry;
  int found;

  while ((found = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK || found == ARCHIVE_WARN)
    if (!take_entry (self, entry, error))
      return FALSE;
  if (found != ARCHIVE_EOF)
    return fail (self, error);
  return self->n_files > 0 || bv_container_refuse (BV_CONTAINER_ERROR_EMPTY, error);
}

/**
 * bv_container_archive_read:
 * @path: a file from outside
 * @kind: what it is by how it begins
 * @sink: what takes its files
 * @data: for @sink
 * @error: return location for a %BV_CONTAINER_ERROR, or what @sink says
 *
 * Names beyond ASCII are read right where the locale of the process is of UTF-8.
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_container_archive_read (const char *path,
                           BvContainerKind kind,
                           const BvContainerSink *sink,
                           gpointer data,
                           GError **error)
{
  g_autoptr (BvZipSource) source = NULL;
  g_autoptr (Archive) archive = archive_read_new ();
  Reading self = { archive, sink, data };

  support (archive, kind);
  source = bv_zip_source_open (archive, path, NULL, NULL);
  if (source == NULL)
    return bv_container_refuse (BV_CONTAINER_ERROR_ABSENT, error);
  /* An archive without a file begins with its end. */
  if (kind == BV_CONTAINER_ZIP && !bv_zip_source_is_zip (source))
    return bv_container_refuse (BV_CONTAINER_ERROR_EMPTY, error);
  /* Else they would all be written before one is too many. */
  if (kind == BV_CONTAINER_ZIP && bv_zip_source_count_entries (source) > BV_CONTAINER_MOST_ENTRIES)
    return bv_container_refuse (BV_CONTAINER_ERROR_BOMB, error);
  if (archive_read_open1 (archive) != ARCHIVE_OK)
    return fail (&self, error);
  self.is_open = TRUE;
  self.budget = bv_container_budget_of_container ((guint64) bv_zip_source_get_size (source));
  return take_entries (&self, error);
}
