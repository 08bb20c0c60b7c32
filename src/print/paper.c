/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/paper.h"

#include "core/proposed-list.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bv_paper_error, bv_paper_error)

#define POINTER(name, paper) &paper,

static const BvPaper *const papers[] = { BV_PAPERS (POINTER) };

static char *
list_groups (const BvContest *contest)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < contest->groups->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", bv_contest_group (contest, i)->group->key);
  return g_string_free (keys, FALSE);
}

static gboolean
refuse_group (const BvProposal *proposal, const char *group, GError **error)
{
  g_autofree char *groups = list_groups (proposal->contest);

  g_set_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_UNKNOWN,
               _ ("There is no group “%s” in the campaign; there are: %s"), group, groups);
  return FALSE;
}

/**
 * bv_paper_scope_check:
 * @proposal: a proposal with its whole campaign
 * @scope: what is wanted of it
 * @error: return location for a %BV_PAPER_ERROR
 *
 * Returns: %FALSE with @error set where @scope names a group, a nominee or a unit that the campaign lacks
 */
gboolean
bv_paper_scope_check (const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  if (scope->group != NULL && bv_contest_find_group (proposal->contest, scope->group) == G_MAXUINT)
    return refuse_group (proposal, scope->group, error);
  if (scope->nominee != NULL && bv_record_find (proposal->campaign->nominees, scope->nominee) == NULL)
    g_set_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_UNKNOWN,
                 _ ("There is no nominee “%s” in the campaign: look for its key among the nominees"),
                 scope->nominee);
  else if (scope->unit != NULL && bv_proposal_find_unit (proposal, scope->unit) == NULL)
    g_set_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_UNKNOWN,
                 _ ("There is no unit “%s” in the campaign: look for its code among the units"), scope->unit);
  else
    return TRUE;
  return FALSE;
}

/**
 * bv_paper_scope_takes:
 * @proposal: a proposal with its whole campaign
 * @scope: what is wanted of it
 * @entrant: index into the contest's entrants
 *
 * Returns: whether @scope takes the nominee
 */
gboolean
bv_paper_scope_takes (const BvProposal *proposal, const BvPaperScope *scope, guint entrant)
{
  const BvEntrant *self = bv_contest_entrant (proposal->contest, entrant);
  const BvGroup *group = bv_contest_group (proposal->contest, self->group)->group;

  return (scope->group == NULL || g_str_equal (scope->group, group->key))
         && (scope->nominee == NULL || g_str_equal (scope->nominee, self->key))
         && (scope->unit == NULL || g_str_equal (scope->unit, self->unit_code));
}

/* Who is proposed stands in the order of the lists. */
static void
list_proposed (const BvProposal *proposal, const BvPaperScope *scope, GArray *entrants)
{
  g_autoptr (GPtrArray) entries = bv_proposed_list_everybody (proposal);

  for (guint i = 0; i < entries->len; i++)
    {
      guint entrant = ((const BvRankingEntry *) g_ptr_array_index (entries, i))->entrant;

      if (bv_paper_scope_takes (proposal, scope, entrant))
        g_array_append_val (entrants, entrant);
    }
}

/**
 * bv_paper_scope_list:
 * @proposal: a proposal with its whole campaign
 * @scope: what is wanted of it
 * @error: return location for %BV_PAPER_ERROR_UNKNOWN
 *
 * Returns: (transfer full) (nullable) (element-type guint): the entrants that @scope takes, in the order of
 * the file, or of the lists where only those proposed are wanted, who may be nobody yet; %NULL with @error
 * set where it names what is not in the campaign, or there is nobody else
 */
GArray *
bv_paper_scope_list (const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  g_autoptr (GArray) entrants = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!bv_paper_scope_check (proposal, scope, error))
    return NULL;
  if (scope->proposed)
    list_proposed (proposal, scope, entrants);
  for (guint i = 0; !scope->proposed && i < proposal->contest->entrants->len; i++)
    if (bv_paper_scope_takes (proposal, scope, i))
      g_array_append_val (entrants, i);
  if (entrants->len > 0 || scope->proposed)
    return g_steal_pointer (&entrants);
  g_set_error_literal (error, BV_PAPER_ERROR, BV_PAPER_ERROR_UNKNOWN,
                       _ ("Nobody is nominated there: put somebody forward first"));
  return NULL;
}

/**
 * bv_paper_get:
 * @paper: a paper
 *
 * Returns: (transfer none): all that is known of it
 */
const BvPaper *
bv_paper_get (BvPaperId paper)
{
  return papers[paper];
}

/**
 * bv_paper_name:
 * @paper: a paper
 *
 * Returns: its name on the command line
 */
const char *
bv_paper_name (BvPaperId paper)
{
  return papers[paper]->name;
}

/**
 * bv_paper_title:
 * @paper: a paper
 *
 * Returns: its name on screen
 */
const char *
bv_paper_title (BvPaperId paper)
{
  return _ (papers[paper]->title);
}

/**
 * bv_paper_applies:
 * @paper: a paper
 * @proposal: a proposal with its whole campaign
 *
 * Returns: whether there is anything that it could say
 */
gboolean
bv_paper_applies (BvPaperId paper, const BvProposal *proposal)
{
  return (papers[paper]->use & BV_PAPER_FOLLOWS) == 0 || proposal->before != NULL;
}

/**
 * bv_paper_find_in_dossier:
 * @place: a place in the dossier, from 1
 *
 * Returns: the paper that stands there; %BV_N_PAPERS behind the last
 */
BvPaperId
bv_paper_find_in_dossier (guint place)
{
  BvPaperId paper = 0;

  while (paper < BV_N_PAPERS && papers[paper]->dossier.place != place)
    paper++;
  return paper;
}

static char *
list_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < BV_N_PAPERS; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", papers[i]->name);
  return g_string_free (names, FALSE);
}

/**
 * bv_paper_find:
 * @name: a name on the command line
 * @paper: (out): the paper
 * @error: return location for a %BV_PAPER_ERROR
 *
 * Returns: %FALSE with @error set, which lists the names, where there is none of this name
 */
gboolean
bv_paper_find (const char *name, BvPaperId *paper, GError **error)
{
  g_autofree char *names = NULL;

  for (guint i = 0; i < BV_N_PAPERS; i++)
    if (g_strcmp0 (papers[i]->name, name) == 0)
      {
        *paper = i;
        return TRUE;
      }
  names = list_names ();
  g_set_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_UNKNOWN, _ ("There is no list “%s”; there are: %s"),
               name, names);
  return FALSE;
}

static gboolean
refuse_part (BvPaperId paper, const char *part, const char *given, GError **error)
{
  g_set_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_SCOPE,
               _ ("The list “%s” is not made by %s: leave “%s” out"), papers[paper]->name, part, given);
  return FALSE;
}

/**
 * bv_paper_takes:
 * @paper: a paper
 * @scope: what is wanted of it
 * @error: return location for %BV_PAPER_ERROR_SCOPE
 *
 * A paper that took no notice of a part of @scope would say more than was asked for.
 *
 * Returns: %FALSE with @error set where @paper cannot be narrowed as @scope asks
 */
gboolean
bv_paper_takes (BvPaperId paper, const BvPaperScope *scope, GError **error)
{
  guint takes = papers[paper]->takes;

  if (scope->group != NULL && (takes & BV_PAPER_BY_GROUP) == 0)
    return refuse_part (paper, _ ("group"), scope->group, error);
  if (scope->nominee != NULL && (takes & BV_PAPER_BY_NOMINEE) == 0)
    return refuse_part (paper, _ ("nominee"), scope->nominee, error);
  if (scope->unit != NULL && (takes & BV_PAPER_BY_UNIT) == 0)
    return refuse_part (paper, _ ("unit"), scope->unit, error);
  if (scope->as_annex && (takes & BV_PAPER_AS_ANNEX) == 0)
    {
      g_set_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_SCOPE,
                   _ ("The list “%s” is no annex: leave “annex” out"), papers[paper]->name);
      return FALSE;
    }
  if (scope->as_annex && scope->group != NULL)
    {
      g_set_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_SCOPE,
                   _ ("An annex is of the whole submission: leave “annex” or the group “%s” out"),
                   scope->group);
      return FALSE;
    }
  return TRUE;
}

/**
 * bv_paper_compose:
 * @paper: a paper
 * @proposal: a proposal with its whole campaign
 * @scope: what of it is wanted
 * @error: return location for a %BV_PAPER_ERROR
 *
 * Writes down what a paper says. Numbers, order and words are those of the screen and of the workbook.
 *
 * Returns: (transfer full) (nullable): the document; %NULL with @error set where there is nothing of @scope
 */
BvDocument *
bv_paper_compose (BvPaperId paper, const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  g_return_val_if_fail (proposal->campaign != NULL, NULL);

  return bv_paper_takes (paper, scope, error) ? papers[paper]->compose (proposal, scope, error) : NULL;
}
