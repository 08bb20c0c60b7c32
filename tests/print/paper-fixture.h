/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "print/paper.h"

G_BEGIN_DECLS

/* Groups of a campaign. */
#define GROUP_SO "so | 1 kind=points max=60.00 | 2 kind=points max=30.00 | 3 kind=points max=10.00"
#define GROUP_XA "xa assessed_by=parent | 1 kind=points max=50.00 | 4 kind=pass-fail max=50.00 required=true"
#define ALL (&(BvPaperScope){ 0 })

/* A proposal with the whole campaign it is of, and a paper of it. */
typedef struct
{
  BvCampaign *campaign;
  BvProposal *proposal;
  BvDocument *document;
} PaperFixture;

void paper_fixture_clear (PaperFixture *fixture);
/* Entrants are those of fixture_add_entrants(); each has a nominee, whose key is its name in small letters,
 * and stands in a unit U. The groups, separated by ";", are in the contest and in the campaign. */
void paper_fixture_init (PaperFixture *fixture, const char *groups, const char *quota, const char *entrants);
BvNominee *paper_fixture_get_nominee (const PaperFixture *fixture, guint i);
void paper_fixture_compose (PaperFixture *fixture, BvPaperId paper, const BvPaperScope *scope);
const BvSection *paper_fixture_get_section (const PaperFixture *fixture, guint i);
/* The tables of a section, in their order. */
GPtrArray *paper_fixture_list_tables (const PaperFixture *fixture, guint section);
const BvBlock *paper_fixture_get_table (const PaperFixture *fixture, guint section, guint index);
/* "1|A|12,50", line breaks as " / ". */
char *paper_fixture_write_row (const BvBlock *table, guint row);
void paper_fixture_assert_rows (const BvBlock *table, const char *const *expected);
char *paper_fixture_write_headings (const BvBlock *table);
/* Whether any paragraph or half of the section has it. */
gboolean paper_fixture_section_says (const PaperFixture *fixture, guint section, const char *words);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PaperFixture, paper_fixture_clear)

G_END_DECLS
