/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/council-conclusion.h"

#include "core/ranking-sentences.h"
#include "core/text/wording.h"

/* Who is inside the quota in one part of a form, by the kind of the group. */
static GPtrArray *
list_inside (const BvCouncilForm *form, BvGroupKind kind)
{
  GPtrArray *inside = g_ptr_array_new ();

  for (guint i = 0; i < form->parts->len; i++)
    {
      const BvCouncilPart *part = bv_council_form_part (form, i);

      for (guint k = 0; k < part->n_inside; k++)
        {
          const BvRankingEntry *entry = bv_council_form_part_entry (part, k);
          const BvEntrant *entrant = bv_contest_entrant (form->proposal->contest, entry->entrant);

          if (bv_contest_group (form->proposal->contest, entrant->group)->group->kind == kind)
            g_ptr_array_add (inside, (gpointer) entry);
        }
    }
  return inside;
}

/* "- 05 tập thể: A; B; C." */
static void
add_names (BvSection *section, const BvCouncilForm *form, const GPtrArray *inside, BvGroupKind kind)
{
  g_autofree char *count = bv_wording_count (inside->len);
  g_autoptr (GString) text = g_string_new (NULL);

  if (inside->len == 0)
    return;
  g_string_append_printf (text, "- %s %s: ", count, bv_group_kind_words (kind));
  for (guint i = 0; i < inside->len; i++)
    {
      const BvRankingEntry *entry = g_ptr_array_index (inside, i);
      g_autofree char *name = bv_proposal_write_name (form->proposal, entry->entrant);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", name);
    }
  g_string_append_c (text, '.');
  bv_section_add_paragraph (section, BV_STYLE_BODY, text->str);
}

/* "05 tập thể và 10 cá nhân"; a kind of which there is nobody is not said. */
static char *
write_counts (const GPtrArray *collectives, const GPtrArray *individuals)
{
  g_autofree char *first = bv_wording_count (collectives->len);
  g_autofree char *second = bv_wording_count (individuals->len);

  if (individuals->len == 0)
    return g_strdup_printf ("%s %s", first, bv_group_kind_words (BV_GROUP_COLLECTIVE));
  if (collectives->len == 0)
    return g_strdup_printf ("%s %s", second, bv_group_kind_words (BV_GROUP_INDIVIDUAL));
  return g_strdup_printf ("%s %s và %s %s", first, bv_group_kind_words (BV_GROUP_COLLECTIVE), second,
                          bv_group_kind_words (BV_GROUP_INDIVIDUAL));
}

static void
add_agreed (BvSection *section, const BvCouncilForm *form)
{
  g_autoptr (GPtrArray) collectives = list_inside (form, BV_GROUP_COLLECTIVE);
  g_autoptr (GPtrArray) individuals = list_inside (form, BV_GROUP_INDIVIDUAL);
  g_autofree char *subject = bv_council_form_write_subject (form);
  g_autofree char *counts = write_counts (collectives, individuals);
  g_autofree char *text = g_strdup_printf ("Hội đồng thống nhất %s cho %s, gồm:", subject, counts);

  if (collectives->len + individuals->len == 0)
    {
      bv_section_add_paragraph (section, BV_STYLE_BODY,
                                "Chưa có tập thể, cá nhân nào được Hội đồng thống nhất đề nghị khen thưởng.");
      return;
    }
  bv_section_add_paragraph (section, BV_STYLE_BODY, text);
  add_names (section, form, collectives, BV_GROUP_COLLECTIVE);
  add_names (section, form, individuals, BV_GROUP_INDIVIDUAL);
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
 * Adds what the council proposes: number and names of those inside the quota, and only these; of each tie at
 * a quota line, that it is still open.
 */
void
bv_council_conclusion_add (BvSection *section, const BvCouncilForm *form)
{
  add_agreed (section, form);
  for (guint i = 0; i < form->parts->len; i++)
    if (bv_council_form_part (form, i)->pool->unresolved_tie)
      add_open (section, bv_council_form_part (form, i)->pool);
}
