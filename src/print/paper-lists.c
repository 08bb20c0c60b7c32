/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/paper-lists.h"

#include "core/letterhead.h"
#include "core/proposed-list.h"
#include "print/document-head.h"
#include "print/list-rows.h"
#include "print/measures.h"
#include "print/paper.h"
#include "print/width-shares.h"

#include <glib/gi18n-lib.h>

#define GAP_HEIGHT 8.0
#define STAMP_HEIGHT 36.0 /* for the electronic stamp, at the top of an annex that is a file of its own */

/* The least of each column, in mm; what is left goes where the texts are. */
static const double collective_widths[] = { 8, 28, 28, 50, 28, 14 };
static const double individual_widths[] = { 8, 24, 11, 28, 28, 24, 24, 14 };

static const BvAlign aligns[] = {
  [BV_PROPOSED_NUMBER] = BV_ALIGN_CENTER,
  [BV_PROPOSED_YEAR] = BV_ALIGN_CENTER,
  [BV_PROPOSED_TEXT] = BV_ALIGN_LEFT,
  [BV_PROPOSED_CENTERED] = BV_ALIGN_CENTER,
};

/* An annex names its submission, a list that stands by itself does not. */
static void
add_title (BvSection *section, const BvProposedList *list, gboolean as_annex)
{
  const BvCampaign *campaign = list->proposal->campaign;
  g_autofree char *annex = as_annex ? bv_proposed_list_write_annex (list) : NULL;
  g_autofree char *title = bv_proposed_list_write_title (list);
  g_autofree char *attached_to = annex != NULL ? bv_letterhead_attached_to (campaign) : NULL;
  g_autofree char *group = list->group != NULL ? g_strdup_printf ("(Khối: %s)", list->group->name) : NULL;

  bv_section_add_paragraph (section, BV_STYLE_ANNEX, annex);
  bv_section_add_paragraph (section, BV_STYLE_TITLE, title);
  bv_section_add_paragraph (section, BV_STYLE_SUBJECT, campaign->title);
  bv_section_add_paragraph (section, BV_STYLE_ATTACHED, attached_to);
  bv_section_add_paragraph (section, BV_STYLE_ATTACHED, group);
  bv_section_add_gap (section, GAP_HEIGHT);
}

static BvBlock *
add_columns (BvSection *section, BvGroupKind kind)
{
  const double *widths = kind == BV_GROUP_COLLECTIVE ? collective_widths : individual_widths;
  guint n_columns;
  const BvProposedColumn *columns = bv_proposed_list_columns (kind, &n_columns);
  g_autofree BvColumn *set = g_new (BvColumn, n_columns);

  for (guint i = 0; i < n_columns; i++)
    set[i] = (BvColumn){ (char *) columns[i].heading, widths[i], aligns[columns[i].cell] };
  return bv_section_add_table (section, set, n_columns);
}

static BvBlock *
add_table (BvSection *section, const BvProposedList *list, double width)
{
  BvBlock *table = add_columns (section, list->kind);

  bv_list_rows_add (table, list, bv_proposed_list_write_part, bv_proposed_list_write_row);
  bv_width_shares_fit (table, width);
  return table;
}

/* Returns its last block. */
static BvBlock *
add_list (BvSection *section, const BvProposedList *list, gboolean as_annex)
{
  g_autofree char *closing = bv_proposed_list_write_closing (list);

  add_title (section, list, as_annex);
  add_table (section, list, BV_WIDTH_LANDSCAPE)->keep_with_next = TRUE;
  return bv_section_add_paragraph (section, BV_STYLE_CLOSING, closing);
}

/* A list of the other kind would be empty, and still ask for a signature. */
static gboolean
find_group (const BvProposal *proposal,
            BvGroupKind kind,
            const BvPaperScope *scope,
            const BvGroup **group,
            GError **error)
{
  BvContest *contest = proposal->contest;

  if (scope->group == NULL)
    return TRUE;
  *group = bv_contest_group (contest, bv_contest_find_group (contest, scope->group))->group;
  if ((*group)->kind == (gint64) kind)
    return TRUE;
  g_set_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_SCOPE,
               kind == BV_GROUP_COLLECTIVE
                 ? _ ("The group “%s” is one of individuals: ask for the list “individuals”")
                 : _ ("The group “%s” is one of collectives: ask for the list “collectives”"),
               scope->group);
  return FALSE;
}

/* With its head and its signature, as the sheet of the workbook. */
static void
add_free_list (BvSection *section, const BvProposal *proposal, const BvProposedList *list)
{
  bv_document_head_add (section, proposal, NULL);
  add_list (section, list, FALSE)->keep_with_next = TRUE;
  bv_signature_add (section, proposal, BV_LETTERHEAD_UNADDRESSED);
}

/* Head and signature are those of the submission; the corner at the top stays free (NĐ 30/2020/NĐ-CP, Annex
 * I). */
static void
add_annex (BvSection *section, const BvProposedList *list)
{
  bv_section_add_gap (section, STAMP_HEIGHT);
  add_list (section, list, TRUE);
}

static BvDocument *
make_document (const BvProposal *proposal,
               BvGroupKind kind,
               const char *title,
               const BvPaperScope *scope,
               GError **error)
{
  const BvGroup *group = NULL;
  g_autoptr (BvProposedList) list = NULL;
  BvDocument *document;
  BvSection *section;

  if (!bv_paper_scope_check (proposal, scope, error) || !find_group (proposal, kind, scope, &group, error))
    return NULL;
  list = bv_proposed_list_new (proposal, kind, group);
  document = bv_document_new (title, bv_letterhead_organ (proposal->campaign));
  section = bv_document_begin_section (document, BV_TURN_LANDSCAPE);
  if (scope->as_annex)
    add_annex (section, list);
  else
    add_free_list (section, proposal, list);
  bv_origin_add_signed (section, proposal);
  return document;
}

/* The collectives that are proposed, ready to sign: the sheet `Tập thể` of the workbook. */
static BvDocument *
compose_collectives (const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  return make_document (proposal, BV_GROUP_COLLECTIVE, "Danh sách tập thể đề nghị khen thưởng", scope, error);
}

/**
 * bv_annexes_share_width:
 * @list: a list
 * @width: of its table, in mm, if its letters had the size of a paper's
 *
 * For who sets the list otherwise than on paper.
 *
 * Returns: (transfer full): how wide each column of the list is to be, as on paper
 */
double *
bv_annexes_share_width (const BvProposedList *list, double width)
{
  g_autoptr (BvDocument) document = bv_document_new ("", "");
  BvBlock *table = add_table (bv_document_begin_section (document, BV_TURN_LANDSCAPE), list, width);
  double *widths = g_new (double, table->columns->len);
  double sum = 0;

  for (guint i = 0; i < table->columns->len; i++)
    sum += g_array_index (table->columns, BvColumn, i).width;
  for (guint i = 0; i < table->columns->len; i++)
    widths[i] = g_array_index (table->columns, BvColumn, i).width * width / sum;
  return widths;
}

const BvPaper bv_collectives_paper = {
  .name = "collectives",
  .title = N_ ("List of collectives"),
  .help = N_ ("The collectives that are proposed, ready to sign"),
  .takes = BV_PAPER_BY_GROUP | BV_PAPER_AS_ANNEX,
  .use = BV_PAPER_PROPOSED | BV_PAPER_MAILED,
  .dossier = { 2, "Danh sách tập thể đề nghị khen thưởng", "Danh sách tập thể", NULL },
  .compose = compose_collectives,
};

/* The individuals that are proposed, ready to sign: the sheet `Cá nhân` of the workbook. */
static BvDocument *
compose_individuals (const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  return make_document (proposal, BV_GROUP_INDIVIDUAL, "Danh sách cá nhân đề nghị khen thưởng", scope, error);
}

const BvPaper bv_individuals_paper = {
  .name = "individuals",
  .title = N_ ("List of individuals"),
  .help = N_ ("The individuals that are proposed, ready to sign"),
  .takes = BV_PAPER_BY_GROUP | BV_PAPER_AS_ANNEX,
  .use = BV_PAPER_PROPOSED | BV_PAPER_MAILED,
  .dossier = { 3, "Danh sách cá nhân đề nghị khen thưởng", "Danh sách cá nhân", NULL },
  .compose = compose_individuals,
};

/**
 * bv_annexes_add:
 * @document: the submission
 * @proposal: a proposal with its whole campaign
 *
 * Adds the annexes, each a section of its own with its own page numbers (NĐ 30/2020/NĐ-CP, Annex I,
 * III.1). They belong to the submission, whose head and signature they do not repeat. A list that names
 * nobody is left out.
 */
void
bv_annexes_add (BvDocument *document, const BvProposal *proposal)
{
  for (BvGroupKind kind = BV_GROUP_COLLECTIVE; kind <= BV_GROUP_INDIVIDUAL; kind++)
    {
      g_autoptr (BvProposedList) list = bv_proposed_list_new (proposal, kind, NULL);

      BvSection *section;

      if (list->entries->len == 0)
        continue;
      section = bv_document_begin_section (document, BV_TURN_LANDSCAPE);
      add_list (section, list, TRUE);
      bv_origin_add_signed (section, proposal);
    }
}
