/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/agreement-finders.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "core/text/vietnamese.h"
#include "core/twins.h"

/* A nominee with what it is compared by. */
typedef struct
{
  guint bucket; /* texts that are the same have the same */
  guint nominee;
  gint64 born;
} Entry;

/* Nominees whose texts are the same. */
typedef struct
{
  const char *text; /* as the first of them writes it */
  char *key;        /* of @text; NULL: not asked for yet */
  guint size;
  guint next; /* another bucket of that hash; 0: none */
} Bucket;

/* Sorts nominees by a text, and keeps those whose text another has too. */
typedef struct
{
  char *(*make_key) (const char *text);
  GHashTable *hashes; /* hash of texts → its first bucket */
  GArray *buckets;    /* of Bucket, from 1 */
  GArray *entries;    /* of Entry */
} Sorter;

static void
bucket_clear (gpointer data)
{
  g_free (((Bucket *) data)->key);
}

static void
sorter_init (Sorter *sorter, char *(*make_key) (const char *text))
{
  sorter->make_key = make_key;
  sorter->hashes = g_hash_table_new (NULL, NULL);
  sorter->buckets = g_array_new (FALSE, TRUE, sizeof (Bucket));
  sorter->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (sorter->buckets, bucket_clear);
  g_array_set_size (sorter->buckets, 1);
}

static void
sorter_clear (Sorter *sorter)
{
  g_hash_table_unref (sorter->hashes);
  g_array_unref (sorter->buckets);
  g_array_unref (sorter->entries);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sorter, sorter_clear)

static Bucket *
get_bucket (const Sorter *sorter, guint index)
{
  return &g_array_index (sorter->buckets, Bucket, index);
}

/* Most that are the same are written the same, and need no key. */
static gboolean
bucket_has (const Sorter *sorter, Bucket *bucket, const char *text)
{
  g_autofree char *key = NULL;

  if (g_str_equal (bucket->text, text))
    return TRUE;
  if (sorter->make_key == NULL)
    return FALSE;
  if (bucket->key == NULL)
    bucket->key = sorter->make_key (bucket->text);
  key = sorter->make_key (text);
  return g_str_equal (bucket->key, key);
}

/* What is the same has the same hash; few others have it. */
static guint
find_bucket (const Sorter *sorter, const BvTwin *twin)
{
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (sorter->hashes, GUINT_TO_POINTER (twin->hash)));
  Bucket bucket = { twin->text, NULL, 0, first };

  for (guint i = first; i != 0; i = get_bucket (sorter, i)->next)
    if (bucket_has (sorter, get_bucket (sorter, i), twin->text))
      return i;
  g_hash_table_insert (sorter->hashes, GUINT_TO_POINTER (twin->hash),
                       GUINT_TO_POINTER (sorter->buckets->len));
  g_array_append_val (sorter->buckets, bucket);
  return sorter->buckets->len - 1;
}

/* A person without a known birth comes first, then a year before its days. */
static void
sorter_add (Sorter *sorter, const BvTwin *twin, gint64 born)
{
  Entry entry = { find_bucket (sorter, twin), twin->place, born == BV_NONE ? 0 : born };

  get_bucket (sorter, entry.bucket)->size++;
  g_array_append_val (sorter->entries, entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->bucket != second->bucket)
    return first->bucket < second->bucket ? -1 : 1;
  if (first->born != second->born)
    return first->born < second->born ? -1 : 1;
  return (first->nominee > second->nominee) - (first->nominee < second->nominee);
}

static void
sorter_sort (Sorter *sorter)
{
  guint n = 0;

  for (guint i = 0; i < sorter->entries->len; i++)
    {
      Entry entry = g_array_index (sorter->entries, Entry, i);

      if (get_bucket (sorter, entry.bucket)->size > 1)
        g_array_index (sorter->entries, Entry, n++) = entry;
    }
  g_array_set_size (sorter->entries, n);
  g_array_sort (sorter->entries, compare_entries);
}

static const Entry *
sorter_get (const Sorter *sorter, guint index)
{
  return &g_array_index (sorter->entries, Entry, index);
}

static guint
find_bucket_end (const Sorter *sorter, guint first)
{
  return first + get_bucket (sorter, sorter_get (sorter, first)->bucket)->size;
}

static BvNominee *
get_nominee (const BvCampaign *campaign, guint index)
{
  return g_ptr_array_index (campaign->nominees, index);
}

/* Those of the bucket from *@next on whose birth is not above @until. */
static BvAgreementSpan
take_births (BvAgreement *agreement, const Sorter *sorter, guint *next, guint end, gint64 until)
{
  guint first = agreement->order->len;

  for (; *next < end && sorter_get (sorter, *next)->born <= until; (*next)++)
    g_array_append_val (agreement->order, sorter_get (sorter, *next)->nominee);
  return bv_agreement_close_span (agreement, first);
}

/* Who has no birth agrees with all of that name, who has a year with all of that year. */
static void
add_persons (BvAgreement *agreement, const BvCampaign *campaign, const Sorter *sorter, guint next, guint end)
{
  BvAgreementSet set = { .spans[0] = take_births (agreement, sorter, &next, end, 0) };
  gboolean alone = next == end;

  while (next < end)
    {
      gint64 year = sorter_get (sorter, next)->born / BV_DATE_YEAR * BV_DATE_YEAR;

      set.spans[1] = take_births (agreement, sorter, &next, end, year);
      do
        {
          gint64 born = next < end ? sorter_get (sorter, next)->born : 0;

          set.spans[2] = take_births (agreement, sorter, &next, end,
                                      born / BV_DATE_YEAR * BV_DATE_YEAR == year ? born : 0);
          bv_agreement_add_set (agreement, &set);
        }
      while (next < end && sorter_get (sorter, next)->born < year + BV_DATE_YEAR);
    }
  if (alone)
    bv_agreement_add_set (agreement, &set);
}

/* The nominees of one unit that compete for the quota. */
static void
add_competing (BvAgreement *agreement,
               const BvCampaign *campaign,
               const BvQuota *quota,
               const Sorter *sorter,
               guint next,
               guint end)
{
  guint first = agreement->order->len;

  for (; next < end; next++)
    {
      guint nominee = sorter_get (sorter, next)->nominee;

      if (bv_quota_has_group (quota, get_nominee (campaign, nominee)->group))
        g_array_append_val (agreement->order, nominee);
    }
  bv_agreement_add_span (agreement, first, NULL);
}

static void
add_units (BvAgreement *agreement, const BvCampaign *campaign, const Sorter *sorter, guint next, guint end)
{
  for (guint i = 0; i < campaign->quotas->len; i++)
    add_competing (agreement, campaign, g_ptr_array_index (campaign->quotas, i), sorter, next, end);
}

static void
add_all (BvAgreement *agreement, const BvCampaign *campaign, const Sorter *sorter, guint next, guint end)
{
  guint first = agreement->order->len;

  for (; next < end; next++)
    g_array_append_val (agreement->order, sorter_get (sorter, next)->nominee);
  bv_agreement_add_span (agreement, first, NULL);
}

/* How nominees are compared by a text. */
typedef struct
{
  const char *(*get_text) (const BvRosterRow *row); /* NULL: it is not compared */
  BvTwinsHashFunc hash;                             /* equal for equal keys */
  char *(*make_key) (const char *text);             /* NULL: what is the same is written the same */
  void (*add) (BvAgreement *agreement,              /* what agrees of those with one key */
               const BvCampaign *campaign,
               const Sorter *sorter,
               guint next,
               guint end);
} Comparison;

static BvTwins *
list_texts (const BvRoster *roster, const Comparison *comparison)
{
  BvTwins *twins = bv_twins_new (roster->rows->len, comparison->hash);

  for (guint i = 0; i < roster->rows->len; i++)
    {
      const BvRosterRow *row = bv_roster_row (roster, i);
      const char *text = comparison->get_text (row);

      if (text != NULL)
        bv_twins_add (twins, row->nominee, text);
    }
  return twins;
}

static void
compare_texts (BvAgreement *agreement, const BvRoster *roster, const Comparison *comparison)
{
  const BvCampaign *campaign = roster->campaign;
  g_autoptr (BvTwins) twins = list_texts (roster, comparison);
  g_auto (Sorter) sorter;
  const BvTwin *twin;

  sorter_init (&sorter, comparison->make_key);
  for (guint cursor = 0; (twin = bv_twins_next (twins, &cursor)) != NULL;)
    {
      const BvPerson *person = get_nominee (campaign, twin->place)->person;

      sorter_add (&sorter, twin, person != NULL ? person->born : BV_NONE);
    }
  sorter_sort (&sorter);
  for (guint i = 0; i < sorter.entries->len; i = find_bucket_end (&sorter, i))
    comparison->add (agreement, campaign, &sorter, i, find_bucket_end (&sorter, i));
}

static const char *
get_person_name (const BvRosterRow *row)
{
  return row->person != NULL ? row->person->name : NULL;
}

static const char *
get_collective_unit (const BvRosterRow *row)
{
  return row->person == NULL ? row->unit : NULL;
}

static const char *
get_initiative_title (const BvRosterRow *row)
{
  const char *title = row->initiative != NULL ? row->initiative->title : NULL;

  return bv_text_is_blank (title) ? NULL : title;
}

/**
 * bv_agreement_find_persons:
 * @agreement: an agreement to be filled
 * @roster: of its campaign
 * @date: the ranking's date
 *
 * Source: RULES.md, The same twice, `person`.
 */
void
bv_agreement_find_persons (BvAgreement *agreement, const BvRoster *roster, gint64 date)
{
  static const Comparison comparison
    = { get_person_name, bv_vietnamese_same_hash, bv_vietnamese_same_key, add_persons };

  compare_texts (agreement, roster, &comparison);
}

/**
 * bv_agreement_find_units:
 * @agreement: an agreement to be filled
 * @roster: of its campaign
 * @date: the ranking's date
 *
 * Source: RULES.md, The same twice, `unit`.
 */
void
bv_agreement_find_units (BvAgreement *agreement, const BvRoster *roster, gint64 date)
{
  static const Comparison comparison = { get_collective_unit, bv_twins_hash_key, NULL, add_units };

  compare_texts (agreement, roster, &comparison);
}

/**
 * bv_agreement_find_initiatives:
 * @agreement: an agreement to be filled
 * @roster: of its campaign
 * @date: the ranking's date
 *
 * Source: RULES.md, The same twice, `initiative`.
 */
void
bv_agreement_find_initiatives (BvAgreement *agreement, const BvRoster *roster, gint64 date)
{
  static const Comparison comparison
    = { get_initiative_title, bv_vietnamese_same_hash, bv_vietnamese_same_key, add_all };

  compare_texts (agreement, roster, &comparison);
}
