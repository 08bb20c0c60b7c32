/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include "core/contest-fixture.h"

#include <string.h>

void
paper_fixture_clear (PaperFixture *fixture)
{
  g_clear_pointer (&fixture->document, bv_document_free);
  bv_proposal_free (fixture->proposal);
}

void
paper_fixture_init (PaperFixture *fixture, const char *groups, const char *quota, const char *entrants)
{
  g_auto (GStrv) lines = g_strsplit (groups, "; ", -1);
  g_auto (GStrv) names = g_strsplit (entrants, " | ", -1);
  BvCampaign *own = fixture_campaign_new (NULL);
  BvContest *contest;

  *fixture = (PaperFixture){ .campaign = fixture_campaign_new (NULL) };
  for (guint i = 0; lines[i] != NULL; i++)
    {
      fixture_add_group (own, lines[i]);
      fixture_add_group (fixture->campaign, lines[i]);
    }
  fixture_set (fixture_add_unit (fixture->campaign, "U", NULL), "name", "Sở U");
  if (quota != NULL)
    fixture_add_quota (own, quota);
  contest = bv_contest_new (own, FIXTURE_DATE);
  fixture_add_entrants (contest, entrants);
  for (guint i = 0; names[i] != NULL; i++)
    {
      BvEntrant *entrant = bv_contest_entrant (contest, i);
      const char *group = bv_contest_group (contest, entrant->group)->group->key;
      g_autofree char *key = g_ascii_strdown (entrant->name, -1);
      BvNominee *nominee = fixture_add_nominee (fixture->campaign, key);

      entrant->key = bv_contest_keep (contest, key);
      fixture_set (nominee, "group", group);
      fixture_set (nominee, "unit", "U");
      entrant->unit_code = "U";
      entrant->unit_name = "Sở U";
    }
  fixture->proposal = bv_proposal_new (contest, fixture->campaign);
}

BvNominee *
paper_fixture_get_nominee (const PaperFixture *fixture, guint i)
{
  return g_ptr_array_index (fixture->campaign->nominees, i);
}

void
paper_fixture_compose (PaperFixture *fixture, BvPaperId paper, const BvPaperScope *scope)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->document, bv_document_free);
  fixture->document = bv_paper_compose (paper, fixture->proposal, scope, &error);
  g_assert_no_error (error);
}

const BvSection *
paper_fixture_get_section (const PaperFixture *fixture, guint i)
{
  return g_ptr_array_index (fixture->document->sections, i);
}

GPtrArray *
paper_fixture_list_tables (const PaperFixture *fixture, guint section)
{
  GPtrArray *tables = g_ptr_array_new ();
  const GPtrArray *blocks = paper_fixture_get_section (fixture, section)->blocks;

  for (guint i = 0; i < blocks->len; i++)
    if (((BvBlock *) g_ptr_array_index (blocks, i))->kind == BV_BLOCK_TABLE)
      g_ptr_array_add (tables, g_ptr_array_index (blocks, i));
  return tables;
}

const BvBlock *
paper_fixture_get_table (const PaperFixture *fixture, guint section, guint index)
{
  g_autoptr (GPtrArray) tables = paper_fixture_list_tables (fixture, section);

  g_assert_cmpuint (index, <, tables->len);
  return g_ptr_array_index (tables, index);
}

char *
paper_fixture_write_row (const BvBlock *table, guint row)
{
  const BvBlockRow *self = g_ptr_array_index (table->rows, row);
  g_autofree char *text = g_strjoinv ("|", self->cells);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (self->kind != BV_BLOCK_ROW_PART && self->kind != BV_BLOCK_ROW_LINE)
    g_assert_cmpuint (g_strv_length (self->cells), ==, table->columns->len);
  return g_strjoinv (" / ", lines);
}

void
paper_fixture_assert_rows (const BvBlock *table, const char *const *expected)
{
  g_assert_cmpuint (table->rows->len, ==, g_strv_length ((char **) expected));
  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_autofree char *row = paper_fixture_write_row (table, i);

      g_assert_cmpstr (row, ==, expected[i]);
    }
}

char *
paper_fixture_write_headings (const BvBlock *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      g_auto (GStrv) lines = g_strsplit (g_array_index (table->columns, BvColumn, i).heading, "\n", -1);
      g_autofree char *heading = g_strjoinv (" / ", lines);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", heading);
    }
  return g_string_free (text, FALSE);
}

gboolean
paper_fixture_section_says (const PaperFixture *fixture, guint section, const char *words)
{
  const GPtrArray *blocks = paper_fixture_get_section (fixture, section)->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const BvBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == BV_BLOCK_PARAGRAPH && strstr (block->text.text, words) != NULL)
        return TRUE;
      for (guint k = 0; block->kind == BV_BLOCK_HALVES && k < block->halves->len; k++)
        {
          const BvHalvesRow *row = &g_array_index (block->halves, BvHalvesRow, k);

          if (strstr (row->left.text != NULL ? row->left.text : "", words) != NULL
              || strstr (row->right.text != NULL ? row->right.text : "", words) != NULL)
            return TRUE;
        }
    }
  return FALSE;
}
