/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook/workbook-archive.h"

#define END_SIGNATURE 0x06054b50
#define END_COUNT 10
#define ENTRY_SIGNATURE 0x02014b50
#define ENTRY_SIZE 46
#define ENTRY_METHOD 10
#define ENTRY_NAME 28
#define ENTRY_EXTRA 30
#define ENTRY_COMMENT 32
#define LOCAL_SIZE 30
#define LOCAL_NAME 26
#define LOCAL_EXTRA 28
#define METHOD_DEFLATE 8

static guint
read_number (const guint8 *at, guint n_bytes)
{
  guint number = 0;

  while (n_bytes-- > 0)
    number = number << 8 | at[n_bytes];
  return number;
}

/**
 * bv_workbook_archive_open:
 * @archive: (out): an archive; to be closed in any case
 * @path: a file
 *
 * Returns: whether it ends as an archive does
 */
gboolean
bv_workbook_archive_open (BvWorkbookArchive *archive, const char *path)
{
  const guint8 *end;

  *archive = (BvWorkbookArchive){ .file = g_mapped_file_new (path, FALSE, NULL) };
  if (archive->file == NULL)
    return FALSE;
  archive->data = (const guint8 *) g_mapped_file_get_contents (archive->file);
  archive->length = g_mapped_file_get_length (archive->file);
  if (archive->length < BV_ARCHIVE_END_SIZE)
    return FALSE;
  end = archive->data + archive->length - BV_ARCHIVE_END_SIZE;
  archive->directory = archive->next = read_number (end + BV_ARCHIVE_END_DIRECTORY, 4);
  archive->n_left = read_number (end + END_COUNT, 2);
  return read_number (end, 4) == END_SIGNATURE;
}

/* Where the packed bytes of a part begin: behind a record of its own. */
static gboolean
find_content (const BvWorkbookArchive *archive, BvWorkbookPart *part)
{
  gsize at = part->begin;

  if (at + LOCAL_SIZE > archive->length)
    return FALSE;
  at += LOCAL_SIZE + read_number (archive->data + at + LOCAL_NAME, 2)
        + read_number (archive->data + at + LOCAL_EXTRA, 2);
  if (at > archive->length || part->packed_length > archive->length - at)
    return FALSE;
  part->packed = archive->data + at;
  return TRUE;
}

/**
 * bv_workbook_archive_next:
 * @archive: an archive that is open
 * @part: (out): its next part
 * @broken: (inout): set to %TRUE where what follows is no part
 *
 * Returns: whether there is another
 */
gboolean
bv_workbook_archive_next (BvWorkbookArchive *archive, BvWorkbookPart *part, gboolean *broken)
{
  const guint8 *record = archive->data + archive->next;

  if (archive->n_left == 0)
    return FALSE;
  archive->n_left--;
  *broken = TRUE;
  if (archive->next + ENTRY_SIZE > archive->length || read_number (record, 4) != ENTRY_SIGNATURE
      || read_number (record + ENTRY_METHOD, 2) != METHOD_DEFLATE)
    return FALSE;
  *part = (BvWorkbookPart){
    .record = record,
    .name = (const char *) record + ENTRY_SIZE,
    .name_length = read_number (record + ENTRY_NAME, 2),
    .begin = read_number (record + BV_ARCHIVE_OFFSET, 4),
    .packed_length = read_number (record + BV_ARCHIVE_PACKED, 4),
    .length = read_number (record + BV_ARCHIVE_UNPACKED, 4),
  };
  part->record_length = ENTRY_SIZE + part->name_length + read_number (record + ENTRY_EXTRA, 2)
                        + read_number (record + ENTRY_COMMENT, 2);
  archive->next += part->record_length;
  if (archive->next > archive->length || !find_content (archive, part))
    return FALSE;
  *broken = FALSE;
  return TRUE;
}

/**
 * bv_workbook_archive_close:
 * @archive: an archive
 */
void
bv_workbook_archive_close (BvWorkbookArchive *archive)
{
  g_clear_pointer (&archive->file, g_mapped_file_unref);
}
