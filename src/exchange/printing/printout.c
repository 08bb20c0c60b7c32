/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/printing/printout.h"

#include "exchange/docx/docx.h"
#include "exchange/sealed/sealed-dump.h"
#include "exchange/sealed/sealed-series.h"
#include "print/pdf.h"
#include "store/fence.h"
#include "store/proposals.h"

#include <string.h>

/* A proposal that was sealed, and of which nothing has changed since, has its seal and its reason. */
static gboolean
find_seal (BvLibrary *library, gint64 campaign, BvProposal *proposal, GError **error)
{
  g_autoptr (BvSealing) same = NULL;

  if (!bv_sealed_dump_find_same (library, campaign, proposal, &same, error))
    return FALSE;
  if (same == NULL)
    return TRUE;
  g_free (proposal->seal);
  proposal->seal = g_strdup (same->seal);
  g_free (proposal->chain);
  proposal->chain = g_strdup (same->chain);
  bv_proposal_set_reason (proposal, same->reason);
  return TRUE;
}

/**
 * bv_printout_compose_proposal:
 * @paper: a paper
 * @proposal: a proposal with its whole campaign
 * @scope: what of it is wanted
 * @error: return location for a %BV_PAPER_ERROR
 *
 * Composes a paper, and marks it as a draft if it belongs to a proposal that is not sealed.
 *
 * Returns: (transfer full) (nullable): the document; %NULL with @error set where there is nothing of @scope
 */
BvDocument *
bv_printout_compose_proposal (BvPaperId paper,
                              const BvProposal *proposal,
                              const BvPaperScope *scope,
                              GError **error)
{
  BvDocument *document = bv_paper_compose (paper, proposal, scope, error);

  if (document != NULL)
    document->draft = proposal->seal == NULL && (bv_paper_get (paper)->use & BV_PAPER_PROPOSED) != 0;
  return document;
}

static BvProposal *
read_sealed_or_not (BvLibrary *library, const BvPrintoutRequest *request, GError **error)
{
  g_autoptr (BvProposal) proposal = NULL;

  if (request->sealing != 0)
    return bv_sealed_dump_read_number (library, request->campaign, request->sealing, error);
  proposal = bv_proposals_read (library, request->campaign, request->date, error);
  if (proposal == NULL || !find_seal (library, request->campaign, proposal, error))
    return NULL;
  return g_steal_pointer (&proposal);
}

static BvProposal *
read_proposal (BvLibrary *library, const BvPrintoutRequest *request, GError **error)
{
  g_autoptr (BvProposal) proposal = read_sealed_or_not (library, request, error);

  if (proposal == NULL)
    return NULL;
  if ((bv_paper_get (request->paper)->use & BV_PAPER_FOLLOWS) != 0
      && !bv_sealed_series_find_before (library, request->campaign, proposal, request->sealing, error))
    return NULL;
  return g_steal_pointer (&proposal);
}

/**
 * bv_printout_compose:
 * @library: a library
 * @request: the paper that is wanted
 * @error: return location for a %BV_PAPER_ERROR or %BV_STORE_ERROR
 *
 * Composes a paper of the proposal as the library stands, or as it was sealed. May run in a thread of its
 * own, with a reader of its own.
 *
 * Returns: (transfer full) (nullable): the document; %NULL with @error set on failure
 */
BvDocument *
bv_printout_compose (BvLibrary *library, const BvPrintoutRequest *request, GError **error)
{
  g_autoptr (BvProposal) proposal = read_proposal (library, request, error);

  if (proposal == NULL)
    return NULL;
  return bv_printout_compose_proposal (request->paper, proposal, &request->scope, error);
}

/**
 * bv_printout_is_editable:
 * @path: a file that is to be written
 *
 * Returns: whether bv_printout_write() writes a file for Word there, by the end of its name, and not a PDF
 */
gboolean
bv_printout_is_editable (const char *path)
{
  const char *dot = strrchr (path, '.');

  return dot != NULL && g_ascii_strcasecmp (dot, ".docx") == 0;
}

/**
 * bv_printout_write:
 * @library: a library
 * @request: the paper that is wanted
 * @path: the file; an old one there is replaced when the new one is whole; not in the library's folder. Where
 *   its name ends in .docx it is for Word, else a PDF
 * @n_pages: (out) (optional): how many pages it has; 0 where that is for Word to say
 * @progress: (nullable): how far it is; given up means as if never begun
 * @error: return location for what the library, the paper or the disk says
 *
 * Writes a paper. May run in a thread of its own, with a reader of its own.
 *
 * Returns: %FALSE with @error set, and nothing left, on failure
 */
gboolean
bv_printout_write (BvLibrary *library,
                   const BvPrintoutRequest *request,
                   const char *path,
                   guint *n_pages,
                   const BvProgress *progress,
                   GError **error)
{
  g_autoptr (BvDocument) document = NULL;

  if (!bv_fence_check (bv_library_get_folder (library), path, error))
    return FALSE;
  document = bv_printout_compose (library, request, error);
  if (document == NULL)
    return FALSE;
  if (!bv_printout_is_editable (path))
    return bv_pdf_write (document, NULL, path, n_pages, progress, error);
  if (n_pages != NULL)
    *n_pages = 0;
  return bv_docx_write (document, path, bv_progress_get_cancellable (progress), error);
}
