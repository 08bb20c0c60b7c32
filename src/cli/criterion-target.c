/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/criterion-target.h"

#include "cli/output.h"
#include "core/criterion.h"
#include "core/group.h"
#include "core/text/text.h"
#include "core/tree/criterion-tree.h"
#include "store/campaigns.h"
#include "store/edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "GROUP/CODE", or "GROUP" alone where that may be. Keys of groups have no slash, codes may. */
static gboolean
find_criterion (BvLibrary *library,
                gint64 campaign,
                const char *text,
                gint64 *group,
                gint64 *criterion,
                GError **error)
{
  const char *slash = strchr (text, '/');
  g_autofree char *key = slash != NULL ? g_strndup (text, slash - text) : g_strdup (text);

  *criterion = 0;
  *group = bv_edit_find (library, campaign, &bv_group_entity, campaign, key, error);
  if (*group == 0 || slash == NULL)
    return *group != 0;
  *criterion = bv_edit_find (library, campaign, &bv_criterion_entity, *group, slash + 1, error);
  return *criterion != 0;
}

/**
 * bv_criterion_target_list:
 * @library: a library
 * @campaign: a campaign's row
 * @call: a call
 * @first: the operand from which on they are criteria
 * @error: return location for %BV_CALL_ERROR_USAGE or a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the rows of the criteria that are named; %NULL
 * with
 * @error set on failure
 */
GArray *
bv_criterion_target_list (BvLibrary *library,
                          gint64 campaign,
                          const BvCall *call,
                          guint first,
                          GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = first; i < call->operands->len; i++)
    {
      const char *text = bv_call_operand (call, i);
      gint64 group, criterion;

      if (strchr (text, '/') == NULL)
        {
          bv_call_fail_usage (error, _ ("“%s”: write the key as %s"), text, "GROUP/CODE");
          return NULL;
        }
      if (!find_criterion (library, campaign, text, &group, &criterion, error))
        return NULL;
      g_array_append_val (rows, criterion);
    }
  return g_steal_pointer (&rows);
}

/**
 * bv_criterion_target_read_place:
 * @library: a library
 * @campaign: a campaign's row
 * @call: a call
 * @place: (out): what --into and --before say
 * @error: return location for %BV_CALL_ERROR_USAGE or a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_criterion_target_read_place (BvLibrary *library,
                                gint64 campaign,
                                const BvCall *call,
                                BvCriterionPlace *place,
                                GError **error)
{
  const char *into = call->options[BV_OPTION_INTO];
  const char *before = call->options[BV_OPTION_BEFORE];

  if (into == NULL)
    return bv_call_fail_usage (error, _ ("--into is missing: say where, as GROUP or GROUP/SECTION"));
  *place = (BvCriterionPlace){ 0 };
  if (!find_criterion (library, campaign, into, &place->group, &place->section, error))
    return FALSE;
  if (before != NULL)
    place->before = bv_edit_find (library, campaign, &bv_criterion_entity, place->group, before, error);
  return before == NULL || place->before != 0;
}

/**
 * bv_criterion_target_read_mend:
 * @call: a call
 *
 * Returns: what --cut and --drop-answers allow
 */
BvMend
bv_criterion_target_read_mend (const BvCall *call)
{
  return (bv_call_has (call, BV_OPTION_CUT) ? BV_MEND_CUT : BV_MEND_NOTHING)
         | (bv_call_has (call, BV_OPTION_DROP_ANSWERS) ? BV_MEND_DROP : BV_MEND_NOTHING);
}

/**
 * bv_criterion_target_advise:
 * @call: a call
 * @ok: whether what was tried went well
 * @error: what it said
 *
 * Where answers would be lost the message also says by which option that is asked for.
 *
 * Returns: @ok
 */
gboolean
bv_criterion_target_advise (const BvCall *call, gboolean ok, GError **error)
{
  BvMend mend = bv_criterion_target_read_mend (call);
  g_autofree char *message = NULL;

  if (ok || error == NULL || !g_error_matches (*error, BV_STORE_ERROR, BV_STORE_ERROR_LOSS))
    return ok;
  message = g_strdup ((*error)->message);
  g_clear_error (error);
  if ((mend & BV_MEND_DROP) != 0)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOSS, _ ("%s: mend them first, or cut them by --cut"),
                 message);
  else
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOSS,
                 _ ("%s: to go on all the same, --drop-answers drops answers, --cut cuts points"), message);
  return FALSE;
}

/**
 * bv_criterion_target_print:
 * @call: a call
 * @library: a library in which criteria were changed
 * @campaign: a campaign's row
 * @rows: (element-type gint64): the rows of the criteria that are shown
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_criterion_target_print (const BvCall *call,
                           BvLibrary *library,
                           gint64 campaign,
                           const GArray *rows,
                           GError **error)
{
  g_autoptr (BvCampaign) head = NULL;
  g_autoptr (GPtrArray) criteria = NULL;

  if (!bv_call_has (call, BV_OPTION_JSON))
    {
      bv_output_done (library);
      return TRUE;
    }
  head = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, error);
  if (head == NULL)
    return FALSE;
  criteria = bv_criterion_tree_list_roots (head->groups, rows);
  bv_output_records (criteria);
  return TRUE;
}
