/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sealed/sealed-series.h"

#include "core/supplement.h"
#include "exchange/sealed/sealed-dump.h"
#include "store/sealings.h"

/* What was sealed of a campaign one after the other, as far as each said otherwise than the one before. */
typedef struct
{
  GPtrArray *proposals;  /* of BvProposal */
  GPtrArray *identities; /* of char, each other than its neighbours */
} Series;

static void
series_clear (Series *series)
{
  g_ptr_array_unref (series->proposals);
  g_ptr_array_unref (series->identities);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Series, series_clear)

static gboolean
is_last (const Series *series, const char *identity)
{
  guint n = series->identities->len;

  return n > 0 && g_str_equal (g_ptr_array_index (series->identities, n - 1), identity);
}

static void
add (Series *series, BvProposal *proposal)
{
  g_autoptr (BvProposal) taken = proposal;
  g_autofree char *identity = bv_supplement_write_identity (proposal);

  if (is_last (series, identity))
    return;
  g_ptr_array_add (series->proposals, g_steal_pointer (&taken));
  g_ptr_array_add (series->identities, g_steal_pointer (&identity));
}

/* What cannot be read as it was sealed is passed over: there is nothing to hold the proposal against. */
static gboolean
read_series (BvLibrary *library, gint64 campaign, guint end, Series *series, GError **error)
{
  g_autoptr (GPtrArray) sealings = bv_sealings_list (library, campaign, error);

  for (guint i = 0; sealings != NULL && i < sealings->len; i++)
    {
      const BvSealing *sealing = g_ptr_array_index (sealings, i);
      BvProposal *proposal = NULL;

      if (sealing->number < end)
        proposal = bv_sealed_dump_read (library, sealing, NULL);
      if (proposal != NULL)
        add (series, proposal);
    }
  return sealings != NULL;
}

/**
 * bv_sealed_series_find_before:
 * @library: a library
 * @campaign: a campaign's row
 * @proposal: its proposal, with the whole campaign
 * @sealing: the number of the sealing that it is; 0: as the library stands
 * @error: return location for a %BV_STORE_ERROR
 *
 * Gives @proposal the last one that was sealed before and says otherwise, and its own number in that series.
 * Reads each that was sealed: not for the main thread.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_sealed_series_find_before (BvLibrary *library,
                              gint64 campaign,
                              BvProposal *proposal,
                              guint sealing,
                              GError **error)
{
  g_auto (Series) series = { g_ptr_array_new_with_free_func ((GDestroyNotify) bv_proposal_free),
                             g_ptr_array_new_with_free_func (g_free) };
  g_autofree char *identity = bv_supplement_write_identity (proposal);
  guint n;

  if (!read_series (library, campaign, sealing != 0 ? sealing : G_MAXUINT, &series, error))
    return FALSE;
  n = series.proposals->len;
  if (is_last (&series, identity))
    n--;
  if (n == 0)
    return TRUE;
  g_clear_pointer (&proposal->before, bv_proposal_free);
  proposal->before = g_ptr_array_steal_index (series.proposals, n - 1);
  proposal->supplement = n;
  return TRUE;
}
