/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/dossier-index.h"

#include "core/letterhead.h"
#include "core/text/wording.h"
#include "print/achievement-checklist.h"
#include "print/document-head.h"

#define TITLE "MỤC LỤC HỒ SƠ"
#define NO_FILE "(không có tệp)"
#define NOTE                                                                                                               \
  "Mục lục này không có tên trong bảng; mã SHA-256 của chính nó và của mọi tệp đứng trong tệp " \
  "MANIFEST.sha256 của hồ sơ."
#define N_COLUMNS 5
#define GAP_HEIGHT 12.0

/* The last is as wide as half a hash of digits only. */
static const BvColumn columns[N_COLUMNS] = {
  { (char *) "TT", 12, BV_ALIGN_CENTER },       { (char *) "Tài liệu", 68, BV_ALIGN_LEFT },
  { (char *) "Tệp", 72, BV_ALIGN_LEFT },        { (char *) "Dung lượng", 24, BV_ALIGN_RIGHT },
  { (char *) "Mã SHA-256", 76, BV_ALIGN_LEFT },
};

/* A hash has no place where a line may break: it is set in two halves. */
static char *
break_hash (const char *sha256)
{
  return sha256 != NULL ? g_strdup_printf ("%.32s\n%s", sha256, sha256 + 32) : g_strdup ("");
}

static char **
make_row (const BvIndexLine *line, guint number)
{
  char **cells = g_new0 (char *, N_COLUMNS + 1);

  cells[0] = g_strdup_printf ("%u", number);
  cells[1] = g_strdup (line->title);
  cells[2] = g_strdup (line->path != NULL ? line->path : NO_FILE);
  cells[3] = bv_wording_file_size (line->bytes);
  cells[4] = break_hash (line->sha256);
  return cells;
}

static void
add_table (BvSection *section, GArray *lines)
{
  BvBlock *table = bv_section_add_table (section, columns, N_COLUMNS);
  const char *part = NULL;

  table->keep_with_next = TRUE;
  for (guint i = 0; i < lines->len; i++)
    {
      const BvIndexLine *line = &g_array_index (lines, BvIndexLine, i);

      if (g_strcmp0 (part, line->part) != 0)
        bv_block_add_across (table, BV_BLOCK_ROW_PART, line->part);
      part = line->part;
      bv_block_add_row (table, BV_BLOCK_ROW_PLAIN, make_row (line, i + 1));
    }
}

static void
add_closing (BvSection *section, GArray *lines)
{
  guint n_files = 0;
  gint64 bytes = 0;
  g_autofree char *count = NULL;
  g_autofree char *size = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const BvIndexLine *line = &g_array_index (lines, BvIndexLine, i);

      n_files += line->path != NULL;
      bytes += line->path != NULL ? line->bytes : 0;
    }
  count = bv_wording_count (n_files);
  size = bv_wording_file_size (bytes);
  text = g_strdup_printf ("Mục lục này có %s tệp, dung lượng %s.", count, size);
  bv_section_add_paragraph (section, BV_STYLE_CLOSING, text)->keep_with_next = TRUE;
  bv_section_add_paragraph (section, BV_STYLE_NOTE, NOTE);
}

/**
 * bv_dossier_index_new:
 * @proposal: a proposal with its whole campaign
 * @lines: (element-type BvIndexLine): what the dossier holds, in its order
 *
 * The first pages of a dossier: whose report of achievements is there and whose is missing, then what is in
 * it, where, and the hash of each file.
 *
 * Returns: (transfer full): the document, a draft if @proposal is not sealed
 */
BvDocument *
bv_dossier_index_new (const BvProposal *proposal, GArray *lines)
{
  const BvCampaign *campaign = proposal->campaign;
  BvDocument *document = bv_document_new ("Mục lục hồ sơ", bv_letterhead_organ (campaign));
  BvSection *section = bv_document_begin_section (document, BV_TURN_LANDSCAPE);

  document->draft = proposal->seal == NULL;
  bv_document_head_add (section, proposal, NULL);
  bv_section_add_paragraph (section, BV_STYLE_TITLE, TITLE);
  bv_section_add_paragraph (section, BV_STYLE_SUBJECT, campaign->title);
  bv_section_add_gap (section, GAP_HEIGHT);
  bv_achievement_checklist_add (section, proposal);
  bv_section_add_heading (section, "Danh mục tài liệu");
  add_table (section, lines);
  add_closing (section, lines);
  bv_origin_add (section, proposal);
  return document;
}
