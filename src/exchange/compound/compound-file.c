/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/compound/compound-file.h"

#include "exchange/compound/little-endian.h"

#include <string.h>

/* Places in the header. */
#define HEADER 512
#define SECTOR_SHIFT 30
#define FIRST_OF_LIST 48
#define FIRST_OF_SMALL_TABLE 60
#define FIRST_OF_MORE 68
#define TABLE 76
#define N_TABLE 109

/* Places in an entry of the list of streams. */
#define ENTRY 128
#define NAME_LENGTH 64
#define LEFT 68
#define RIGHT 72
#define CHILD 76
#define FIRST 116
#define SIZE 120

/* Shorter streams lie in small sectors, all of which are the stream of the first entry. */
#define SMALL_STREAM 4096
#define SMALL_SHIFT 6

#define NONE G_MAXUINT32

struct _BvCompoundFile
{
  const guint8 *bytes;
  gsize length;
  guint shift;       /* a sector has 2 to the power of it bytes */
  GArray *next;      /* of guint32: which sector follows each */
  GByteArray *list;  /* of streams */
  GByteArray *small; /* sectors */
  GByteArray *small_next;
};

/* A sector, all of which is in the file; else NULL. */
static const guint8 *
get_sector (const BvCompoundFile *self, guint32 n)
{
  guint64 begin = ((guint64) n + 1) << self->shift;

  return begin + (G_GUINT64_CONSTANT (1) << self->shift) <= self->length ? self->bytes + begin : NULL;
}

/* Adds what a sector of the table says; a file has no more of them than it has sectors. */
static gboolean
add_table (BvCompoundFile *self, guint32 n)
{
  const guint8 *sector = get_sector (self, n);
  guint n_numbers = 1u << (self->shift - 2);

  if (sector == NULL || self->next->len > (self->length >> self->shift))
    return FALSE;
  for (guint i = 0; i < n_numbers; i++)
    {
      guint32 next = bv_little_endian_32 (sector + i * 4);

      g_array_append_val (self->next, next);
    }
  return TRUE;
}

/* Where the sectors of the table are the header says of the first ones; of the others sectors, each of which
 * ends with the next. */
static void
read_table (BvCompoundFile *self)
{
  guint per_sector = (1u << (self->shift - 2)) - 1;
  const guint8 *more;
  gboolean goes_on = TRUE;

  for (guint i = 0; i < N_TABLE && goes_on; i++)
    goes_on = add_table (self, bv_little_endian_32 (self->bytes + TABLE + i * 4));
  more = goes_on ? get_sector (self, bv_little_endian_32 (self->bytes + FIRST_OF_MORE)) : NULL;
  while (more != NULL && goes_on)
    {
      for (guint i = 0; i < per_sector && goes_on; i++)
        goes_on = add_table (self, bv_little_endian_32 (more + i * 4));
      more = get_sector (self, bv_little_endian_32 (more + per_sector * 4));
    }
}

/* NULL: a sector is missing, or they go round in a ring. */
static GByteArray *
load_chain (const BvCompoundFile *self, guint32 n, gsize size)
{
  g_autoptr (GByteArray) chain = g_byte_array_new ();

  for (const guint8 *sector; chain->len < size && (sector = get_sector (self, n)) != NULL;)
    {
      if (chain->len > self->length)
        return NULL;
      g_byte_array_append (chain, sector, 1u << self->shift);
      n = n < self->next->len ? g_array_index (self->next, guint32, n) : NONE;
    }
  return g_steal_pointer (&chain);
}

static const guint8 *
get_entry (const BvCompoundFile *self, guint32 n)
{
  return n < self->list->len / ENTRY ? self->list->data + (gsize) n * ENTRY : NULL;
}

/**
 * bv_compound_file_open:
 * @bytes: a file that begins as a compound file does; they outlive what is returned
 * @length: how many
 *
 * Returns: (transfer full) (nullable): the file; %NULL where it is damaged
 */
BvCompoundFile *
bv_compound_file_open (const guint8 *bytes, gsize length)
{
  g_autoptr (BvCompoundFile) self = g_new0 (BvCompoundFile, 1);
  const guint8 *root;

  if (length < HEADER || (bytes[SECTOR_SHIFT] != 9 && bytes[SECTOR_SHIFT] != 12))
    return NULL;
  *self = (BvCompoundFile){ .bytes = bytes, .length = length, .shift = bytes[SECTOR_SHIFT] };
  self->next = g_array_new (FALSE, FALSE, sizeof (guint32));
  read_table (self);
  self->list = load_chain (self, bv_little_endian_32 (bytes + FIRST_OF_LIST), G_MAXSIZE);
  root = self->list != NULL ? get_entry (self, 0) : NULL;
  if (root == NULL)
    return NULL;
  self->small = load_chain (self, bv_little_endian_32 (root + FIRST), bv_little_endian_32 (root + SIZE));
  self->small_next = load_chain (self, bv_little_endian_32 (bytes + FIRST_OF_SMALL_TABLE), G_MAXSIZE);
  return self->small != NULL && self->small_next != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * bv_compound_file_free:
 * @file: (transfer full): a file
 */
void
bv_compound_file_free (BvCompoundFile *file)
{
  g_clear_pointer (&file->next, g_array_unref);
  g_clear_pointer (&file->list, g_byte_array_unref);
  g_clear_pointer (&file->small, g_byte_array_unref);
  g_clear_pointer (&file->small_next, g_byte_array_unref);
  g_free (file);
}

static gboolean
has_name (const guint8 *entry, const char *name)
{
  gsize length = strlen (name);

  if (bv_little_endian_16 (entry + NAME_LENGTH) != (length + 1) * 2)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (bv_little_endian_16 (entry + i * 2) != (guint8) name[i])
      return FALSE;
  return TRUE;
}

/* Only what stands at the top is the file's own: others may be embedded. */
static const guint8 *
find (const BvCompoundFile *self, const char *name)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_left = self->list->len / ENTRY;
  guint32 first = bv_little_endian_32 (get_entry (self, 0) + CHILD);

  g_array_append_val (waiting, first);
  while (waiting->len > 0 && n_left > 0)
    {
      const guint8 *entry = get_entry (self, g_array_index (waiting, guint32, waiting->len - 1));
      guint32 others[2];

      g_array_set_size (waiting, waiting->len - 1);
      if (entry == NULL)
        continue;
      if (has_name (entry, name))
        return entry;
      others[0] = bv_little_endian_32 (entry + LEFT);
      others[1] = bv_little_endian_32 (entry + RIGHT);
      g_array_append_vals (waiting, others, G_N_ELEMENTS (others));
      n_left--;
    }
  return NULL;
}

/**
 * bv_compound_file_has:
 * @file: a file
 * @name: of ASCII
 *
 * Returns: whether a stream or a folder of that name stands at its top
 */
gboolean
bv_compound_file_has (const BvCompoundFile *file, const char *name)
{
  return find (file, name) != NULL;
}

static GByteArray *
load_small (const BvCompoundFile *self, guint32 n, gsize size)
{
  GByteArray *chain = g_byte_array_new ();
  guint sector = 1u << SMALL_SHIFT;

  while (chain->len < size && ((guint64) n + 1) * sector <= self->small->len)
    {
      g_byte_array_append (chain, self->small->data + (gsize) n * sector, sector);
      n = n < self->small_next->len / 4 ? bv_little_endian_32 (self->small_next->data + (gsize) n * 4) : NONE;
    }
  return chain;
}

/**
 * bv_compound_file_load:
 * @file: a file
 * @name: of a stream at its top
 *
 * Returns: (transfer full) (nullable): all of the stream; %NULL: there is none, or it is not whole
 */
GByteArray *
bv_compound_file_load (const BvCompoundFile *file, const char *name)
{
  const guint8 *entry = find (file, name);
  guint32 size = entry != NULL ? bv_little_endian_32 (entry + SIZE) : 0;
  guint32 first = entry != NULL ? bv_little_endian_32 (entry + FIRST) : NONE;
  g_autoptr (GByteArray) stream = NULL;

  if (size > file->length)
    return NULL;
  stream = size < SMALL_STREAM ? load_small (file, first, size) : load_chain (file, first, size);
  if (stream == NULL || stream->len < size)
    return NULL;
  g_byte_array_set_size (stream, size);
  return g_steal_pointer (&stream);
}
