/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/paper.h"

#include "print/papers.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bv_paper_error, bv_paper_error)

typedef BvDocument *(*ComposeFunc) (const BvProposal *proposal, const BvPaperScope *scope, GError **error);

typedef struct
{
  const char *name;
  const char *title; /* English msgid */
  ComposeFunc compose;
} Paper;

static const Paper papers[BV_N_PAPERS] = {
  [BV_PAPER_MISSING] = { "missing", N_ ("What is missing, by unit"), bv_missing_paper_new },
};

/**
 * bv_paper_name:
 * @paper: a paper
 *
 * Returns: its name on the command line
 */
const char *
bv_paper_name (BvPaperId paper)
{
  return papers[paper].name;
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
  return _ (papers[paper].title);
}

static char *
list_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < BV_N_PAPERS; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", papers[i].name);
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
    if (g_strcmp0 (papers[i].name, name) == 0)
      {
        *paper = i;
        return TRUE;
      }
  names = list_names ();
  g_set_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_UNKNOWN, _ ("There is no list “%s”; there are: %s"),
               name, names);
  return FALSE;
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

  return papers[paper].compose (proposal, scope, error);
}
