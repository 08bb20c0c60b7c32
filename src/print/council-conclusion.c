/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/council-conclusion.h"

#include "core/ranking-sentences.h"
#include "core/text/wording.h"

/* What the votes came to for those inside the quota. */
typedef struct
{
  GArray *agreed[BV_N_GROUP_KINDS]; /* of guint: entrants */
  guint counts[BV_N_GROUP_KINDS];   /* of those agreed on */
  GArray *too_few;                  /* of guint: entrants that lack votes */
} Conclusion;

static void
conclusion_init (Conclusion *self)
{
  for (BvGroupKind kind = 0; kind < BV_N_GROUP_KINDS; kind++)
    {
      self->agreed[kind] = g_array_new (FALSE, FALSE, sizeof (guint));
      self->counts[kind] = 0;
    }
  self->too_few = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
conclusion_clear (Conclusion *self)
{
  for (BvGroupKind kind = 0; kind < BV_N_GROUP_KINDS; kind++)
    g_array_unref (self->agreed[kind]);
  g_array_unref (self->too_few);
}

static void
take_part (Conclusion *self, const BvProposal *proposal, const BvCouncilPart *part)
{
  for (guint i = 0; i < part->n_inside; i++)
    {
      guint entrant = bv_council_form_part_entry (part, i)->entrant;
      guint group = bv_contest_entrant (proposal->contest, entrant)->group;
      BvGroupKind kind = bv_contest_group (proposal->contest, group)->group->kind;

      if (bv_council_form_answer (proposal, part->pool, entrant) == BV_COUNCIL_NO)
        {
          g_array_append_val (self->too_few, entrant);
          continue;
        }
      g_array_append_val (self->agreed[kind], entrant);
      self->counts[kind]++;
    }
}

/* "- 05 tập thể: A; B; C." */
static void
add_names (BvSection *section, const BvProposal *proposal, const GArray *entrants, BvGroupKind kind)
{
  g_autofree char *count = bv_wording_count (entrants->len);
  g_autofree char *names = bv_proposal_write_names (proposal, entrants);
  g_autofree char *text = g_strdup_printf ("- %s %s: %s.", count, bv_group_kind_words (kind), names);

  if (entrants->len > 0)
    bv_section_add_paragraph (section, BV_STYLE_BODY, text);
}

static void
add_agreed (BvSection *section, const BvCouncilForm *form, const Conclusion *self)
{
  g_autofree char *subject = bv_council_form_write_subject (form);
  g_autofree char *counts = bv_group_write_counts (self->counts);
  g_autofree char *text = g_strdup_printf ("Hội đồng thống nhất %s cho %s, gồm:", subject, counts);

  if (self->counts[BV_GROUP_COLLECTIVE] + self->counts[BV_GROUP_INDIVIDUAL] == 0)
    {
      bv_section_add_paragraph (section, BV_STYLE_BODY,
                                "Chưa có tập thể, cá nhân nào được Hội đồng thống nhất đề nghị khen thưởng.");
      return;
    }
  bv_section_add_paragraph (section, BV_STYLE_BODY, text);
  for (BvGroupKind kind = 0; kind < BV_N_GROUP_KINDS; kind++)
    add_names (section, form->proposal, self->agreed[kind], kind);
}

/* The threshold moves nobody, but the council did not agree to them (RULES.md, The council). */
static void
add_too_few (BvSection *section, const BvProposal *proposal, const GArray *entrants)
{
  g_autofree char *names = bv_proposal_write_names (proposal, entrants);
  g_autofree char *text = g_strdup_printf ("Chưa đủ số phiếu cần có: %s.", names);

  if (entrants->len > 0)
    bv_section_add_paragraph (section, BV_STYLE_BODY, text);
}

/* A tie at the line is nobody's proposal until somebody decides. */
static void
add_open (BvSection *section, const BvRanking *pool)
{
  g_autofree char *names = bv_ranking_list_unresolved (pool);
  g_autofree char *room = bv_wording_count (pool->tie_room);
  g_autofree char *text = g_strdup_printf (
    "%s: còn %s chỉ tiêu cho các trường hợp bằng nhau tại ranh giới (%s), chưa xác định được trường hợp đề "
    "nghị; ý kiến của Hội đồng: …………………………………………",
    pool->quota->name, room, names);

  bv_section_add_paragraph (section, BV_STYLE_BODY, text);
}

/**
 * bv_council_conclusion_add:
 * @section: a section
 * @form: who stands on the form
 *
 * Adds what the council proposes: number and names of those inside the quota, and only these; apart from them
 * those whose votes are fewer than needed; of each tie at a quota line, that it is still open.
 */
void
bv_council_conclusion_add (BvSection *section, const BvCouncilForm *form)
{
  Conclusion self;

  conclusion_init (&self);
  for (guint i = 0; i < form->parts->len; i++)
    take_part (&self, form->proposal, bv_council_form_part (form, i));
  add_agreed (section, form, &self);
  add_too_few (section, form->proposal, self.too_few);
  conclusion_clear (&self);
  for (guint i = 0; i < form->parts->len; i++)
    if (bv_ranking_has_own_tie (bv_council_form_part (form, i)->pool))
      add_open (section, bv_council_form_part (form, i)->pool);
}
