/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/twins.h"

#define SLOTS_EACH 32 /* that few share one by chance */
#define MORE 2

/* Slots that one byte holds, and the bits of each. */
#define IN_BYTE 4
#define SLOT_BITS 2
#define SLOT_MASK 3

/* So many texts ahead the processor is told to fetch: they lie wherever they were read to. */
#define AHEAD 16

struct _BvTwins
{
  BvTwinsHashFunc hash;
  guint8 *counts; /* 0, 1 or MORE: by hash, IN_BYTE each */
  guint mask;
  GArray *entries; /* of BvTwin */
  guint n_counted; /* of the entries */
};

/**
 * bv_twins_hash_key:
 * @key: a key or a code
 *
 * A #BvTwinsHashFunc of texts that are the same only where they are written the same.
 *
 * Returns: its hash
 */
guint
bv_twins_hash_key (const char *key)
{
  return g_str_hash (key);
}

/**
 * bv_twins_new:
 * @expected: about how many will be added
 * @hash: (scope forever): equal for equal texts
 *
 * Returns: (transfer full): nobody yet
 */
BvTwins *
bv_twins_new (guint expected, BvTwinsHashFunc hash)
{
  BvTwins *twins = g_new0 (BvTwins, 1);
  guint bits = g_bit_storage (MIN (MAX (expected, 64), 1u << 22) * SLOTS_EACH);

  twins->hash = hash;
  twins->mask = (1u << bits) - 1;
  twins->counts = g_new0 (guint8, (twins->mask + 1) / IN_BYTE);
  twins->entries = g_array_sized_new (FALSE, FALSE, sizeof (BvTwin), expected);
  return twins;
}

/**
 * bv_twins_free:
 * @twins: (nullable) (transfer full): who may have the same
 */
void
bv_twins_free (BvTwins *twins)
{
  if (twins == NULL)
    return;
  g_free (twins->counts);
  g_array_unref (twins->entries);
  g_free (twins);
}

/* A hash whose low bits are poor is as good as another. */
static guint
find_slot (const BvTwins *twins, guint hash)
{
  hash *= 2654435769u;
  return (hash ^ hash >> 15) & twins->mask;
}

static guint
get_count (const BvTwins *twins, guint slot)
{
  return twins->counts[slot / IN_BYTE] >> slot % IN_BYTE * SLOT_BITS & SLOT_MASK;
}

static void
set_count (BvTwins *twins, guint slot, guint count)
{
  guint shift = slot % IN_BYTE * SLOT_BITS;
  guint8 *byte = &twins->counts[slot / IN_BYTE];

  *byte = (*byte & ~(SLOT_MASK << shift)) | count << shift;
}

static void
fetch_slot (const BvTwins *twins, guint hash)
{
  __builtin_prefetch (&twins->counts[find_slot (twins, hash) / IN_BYTE]);
}

static BvTwin *
get_entry (const BvTwins *twins, guint index)
{
  return &g_array_index (twins->entries, BvTwin, index);
}

static void
hash_entries (BvTwins *twins)
{
  guint n = twins->entries->len;

  for (guint i = twins->n_counted; i < n; i++)
    {
      BvTwin *entry = get_entry (twins, i);

      if (i + AHEAD < n)
        __builtin_prefetch (get_entry (twins, i + AHEAD)->text);
      entry->hash = twins->hash (entry->text);
    }
}

/* Equal hashes of one place that follow each other are of one text, or count as such. */
static void
count_entries (BvTwins *twins)
{
  for (guint i = twins->n_counted; i < twins->entries->len; i++)
    {
      const BvTwin *entry = get_entry (twins, i);
      const BvTwin *before = i > 0 ? entry - 1 : NULL;
      guint slot = find_slot (twins, entry->hash);

      if (i + AHEAD < twins->entries->len)
        fetch_slot (twins, get_entry (twins, i + AHEAD)->hash);
      if (before == NULL || before->place != entry->place || before->hash != entry->hash)
        set_count (twins, slot, MIN (get_count (twins, slot) + 1, MORE));
    }
}

/* Hashed and counted are all at once, in short loops: what is waited for is memory. */
static void
settle (BvTwins *twins)
{
  if (twins->n_counted == twins->entries->len)
    return;
  hash_entries (twins);
  count_entries (twins);
  twins->n_counted = twins->entries->len;
}

/**
 * bv_twins_mark:
 * @twins: who may have the same
 * @hash: the hash of a text
 *
 * Has who has such a text be one of several, though no other was added.
 */
void
bv_twins_mark (BvTwins *twins, guint hash)
{
  set_count (twins, find_slot (twins, hash), MORE);
}

/**
 * bv_twins_add:
 * @twins: who may have the same
 * @place: whose it is, by its place in the campaign
 * @text: its text; it must outlive @twins
 *
 * What is added of one place with one text several times in a row counts once.
 */
void
bv_twins_add (BvTwins *twins, guint place, const char *text)
{
  BvTwin twin = { 0, place, text };

  g_array_append_val (twins->entries, twin);
}

/**
 * bv_twins_has:
 * @twins: who may have the same
 * @hash: the hash of a text
 *
 * Returns: whether more than one may have it
 */
gboolean
bv_twins_has (BvTwins *twins, guint hash)
{
  settle (twins);
  return get_count (twins, find_slot (twins, hash)) == MORE;
}

/**
 * bv_twins_next:
 * @twins: who may have the same
 * @cursor: (inout): where to look from; 0 at first
 *
 * Returns: (transfer none) (nullable): the next who may have the same as another, in the order of adding
 */
const BvTwin *
bv_twins_next (BvTwins *twins, guint *cursor)
{
  settle (twins);
  while (*cursor < twins->entries->len)
    {
      const BvTwin *twin = get_entry (twins, (*cursor)++);

      if (*cursor + AHEAD < twins->entries->len)
        fetch_slot (twins, get_entry (twins, *cursor + AHEAD)->hash);
      if (get_count (twins, find_slot (twins, twin->hash)) == MORE)
        return twin;
    }
  return NULL;
}
