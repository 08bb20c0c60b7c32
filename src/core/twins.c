/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/twins.h"

#define SLOTS_EACH 8 /* that few share one by chance */
#define MORE 2

struct _BvTwins
{
  guint8 *counts; /* 0, 1 or MORE: by hash */
  guint mask;
  GArray *entries; /* of BvTwin */
};

/**
 * bv_twins_new:
 * @expected: about how many will be added
 *
 * Returns: (transfer full): nobody yet
 */
BvTwins *
bv_twins_new (guint expected)
{
  BvTwins *twins = g_new0 (BvTwins, 1);
  guint bits = g_bit_storage (MIN (MAX (expected, 64), 1u << 24) * SLOTS_EACH);

  twins->mask = (1u << bits) - 1;
  twins->counts = g_new0 (guint8, twins->mask + 1);
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
static guint8 *
find_slot (const BvTwins *twins, guint hash)
{
  hash *= 2654435769u;
  return &twins->counts[(hash ^ hash >> 15) & twins->mask];
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
  *find_slot (twins, hash) = MORE;
}

/**
 * bv_twins_add:
 * @twins: who may have the same
 * @hash: equal for equal texts
 * @nominee: a nominee's place in the campaign
 * @text: its text; it must outlive @twins
 */
void
bv_twins_add (BvTwins *twins, guint hash, guint nominee, const char *text)
{
  BvTwin twin = { hash, nominee, text };
  guint8 *count = find_slot (twins, hash);

  *count = MIN (*count + 1, MORE);
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
bv_twins_has (const BvTwins *twins, guint hash)
{
  return *find_slot (twins, hash) == MORE;
}

/**
 * bv_twins_next:
 * @twins: who may have the same
 * @cursor: (inout): where to look from; 0 at first
 *
 * Returns: (transfer none) (nullable): the next who may have the same as another, in the order of adding
 */
const BvTwin *
bv_twins_next (const BvTwins *twins, guint *cursor)
{
  while (*cursor < twins->entries->len)
    {
      const BvTwin *twin = &g_array_index (twins->entries, BvTwin, (*cursor)++);

      if (bv_twins_has (twins, twin->hash))
        return twin;
    }
  return NULL;
}
