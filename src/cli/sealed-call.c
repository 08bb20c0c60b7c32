/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sealed-call.h"

#include "store/sealings.h"

#include <glib/gi18n-lib.h>

/**
 * bv_call_check_sealed:
 * @call: a call that may have --sealed
 * @error: return location for %BV_CALL_ERROR_USAGE
 *
 * Returns: %FALSE with @error set where what was sealed is asked to be otherwise than it is
 */
gboolean
bv_call_check_sealed (const BvCall *call, GError **error)
{
  if (bv_call_has (call, BV_OPTION_SEALED)
      && (bv_call_has (call, BV_OPTION_DATE) || bv_call_has (call, BV_OPTION_DRAFT)
          || bv_call_has (call, BV_OPTION_REASON) || bv_call_has (call, BV_OPTION_ATTACH)))
    return bv_call_fail_usage (
      error, _ ("--sealed has its date and its reason: leave --date, --draft, --reason and --attach out"));
  return TRUE;
}

/**
 * bv_call_open_to_seal:
 * @call: a call of a verb that seals, unless it says --draft or --sealed
 * @campaign: (out): the row of the campaign meant
 * @error: return location for what bv_call_open_campaign() says
 *
 * Returns: (transfer full) (nullable): the library, open for writing only where something is sealed
 */
BvLibrary *
bv_call_open_to_seal (const BvCall *call, gint64 *campaign, GError **error)
{
  gboolean reads = bv_call_has (call, BV_OPTION_DRAFT) || bv_call_has (call, BV_OPTION_SEALED);

  return bv_call_open_campaign (call, reads ? BV_LIBRARY_READ : BV_LIBRARY_WRITE, campaign, error);
}

/* @date: (inout): the ranking's date, which is that of the sealing */
static gboolean
read_sealing (const BvCall *call,
              BvLibrary *library,
              gint64 campaign,
              guint *number,
              gint64 *date,
              GError **error)
{
  g_autoptr (BvSealing) sealing = NULL;
  gint64 wanted = 0;

  *number = 0;
  if (!bv_call_read_number (call, BV_OPTION_SEALED, &wanted, error))
    return FALSE;
  if (wanted == 0)
    return TRUE;
  sealing = bv_sealings_get (library, campaign, wanted, error);
  if (sealing == NULL)
    return FALSE;
  *number = sealing->number;
  *date = sealing->date;
  return TRUE;
}

/**
 * bv_call_read_request:
 * @call: a call of a verb that writes a file of a proposal
 * @library: (nullable): its library; %NULL: @error is set already
 * @campaign: a campaign's row
 * @date: (out): the ranking's date
 * @sealing: (out): which sealing --sealed names; 0 without it
 * @error: return location for %BV_CALL_ERROR_USAGE or a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set where there is no such sealing, or the file cannot be written there
 */
gboolean
bv_call_read_request (const BvCall *call,
                      BvLibrary *library,
                      gint64 campaign,
                      gint64 *date,
                      guint *sealing,
                      GError **error)
{
  return library != NULL && bv_call_read_date (call, library, campaign, date, error)
         && read_sealing (call, library, campaign, sealing, date, error)
         && bv_call_check_output (call, library, error);
}
