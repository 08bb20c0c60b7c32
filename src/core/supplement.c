/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/supplement.h"

#include "core/eligibility.h"
#include "core/letterhead.h"
#include "core/proposed-list.h"
#include "core/submission.h"
#include "core/text/text.h"

#include <string.h>

/* Who is proposed, by key. */
static GHashTable *
index_entries (const BvProposal *proposal, const GPtrArray *entries)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      BvRankingEntry *entry = g_ptr_array_index (entries, i);

      g_hash_table_insert (table, (char *) bv_contest_entrant (proposal->contest, entry->entrant)->key,
                           entry);
    }
  return table;
}

static const BvRankingEntry *
find_entry (GHashTable *entries, const BvProposal *proposal, const BvRankingEntry *entry)
{
  return g_hash_table_lookup (entries, bv_contest_entrant (proposal->contest, entry->entrant)->key);
}

/* Those of @entries, of @proposal, that are not among @others. */
static GPtrArray *
list_others (const BvProposal *proposal, const GPtrArray *entries, GHashTable *others)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    if (find_entry (others, proposal, g_ptr_array_index (entries, i)) == NULL)
      g_ptr_array_add (list, g_ptr_array_index (entries, i));
  return list;
}

static GPtrArray *
list_changed (const BvSupplement *self, const GPtrArray *entries, GHashTable *before)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const BvRankingEntry *entry = g_ptr_array_index (entries, i);
      const BvRankingEntry *old = find_entry (before, self->proposal, entry);

      if (old != NULL
          && g_strcmp0 (bv_proposal_find_award (self->proposal, entry->entrant),
                        bv_proposal_find_award (self->before, old->entrant))
               != 0)
        g_ptr_array_add (list, (gpointer) entry);
    }
  return list;
}

/**
 * bv_supplement_new:
 * @proposal: a proposal with its whole campaign
 * @before: one of the same campaign that was sealed before; both must outlive the supplement
 *
 * Returns: (transfer full): what differs
 */
BvSupplement *
bv_supplement_new (const BvProposal *proposal, const BvProposal *before)
{
  BvSupplement *self = g_new0 (BvSupplement, 1);
  g_autoptr (GPtrArray) now = bv_proposed_list_everybody (proposal);
  g_autoptr (GPtrArray) then = bv_proposed_list_everybody (before);
  g_autoptr (GHashTable) now_by_key = index_entries (proposal, now);
  g_autoptr (GHashTable) then_by_key = index_entries (before, then);

  self->proposal = proposal;
  self->before = before;
  self->added = list_others (proposal, now, then_by_key);
  self->removed = list_others (before, then, now_by_key);
  self->changed = list_changed (self, now, then_by_key);
  return self;
}

/**
 * bv_supplement_free:
 * @supplement: (transfer full): what differs
 */
void
bv_supplement_free (BvSupplement *supplement)
{
  g_ptr_array_unref (supplement->added);
  g_ptr_array_unref (supplement->removed);
  g_ptr_array_unref (supplement->changed);
  g_free (supplement);
}

/**
 * bv_supplement_write_subject:
 * @supplement: what differs
 *
 * Returns: (transfer full): the subject (trích yếu) of the letter, with its number
 */
char *
bv_supplement_write_subject (const BvSupplement *supplement)
{
  g_autofree char *subject = bv_submission_fill (
    supplement->proposal, "Về việc bổ sung, điều chỉnh danh sách đề nghị {khen thưởng} cho "
                          "các {đối tượng} có thành tích xuất sắc trong {phong trào}");

  return g_strdup_printf ("%s (bổ sung lần %u)", subject, supplement->proposal->supplement);
}

/* Number and date of the submission are given when it is signed, so they are those of today. */
static void
append_opening (GString *text, const BvSupplement *self)
{
  g_autofree char *submission = bv_letterhead_cite (self->proposal->campaign);
  g_autofree char *subject = bv_submission_write_subject (self->before);
  g_autofree char *phrase = bv_text_phrase (subject);
  g_autofree char *opening = bv_submission_fill (
    self->proposal,
    "{cơ quan} kính trình {kính gửi} bổ sung, điều chỉnh danh sách đề nghị khen thưởng như sau:");

  g_string_append_printf (text, "Tiếp theo %s ", submission);
  g_string_append_unichar (text, g_unichar_tolower (g_utf8_get_char (phrase)));
  g_string_append_printf (text, "%s, %s", g_utf8_next_char (phrase), opening);
}

static char *
write_counts (const BvProposal *proposal, const GPtrArray *entries)
{
  guint counts[BV_N_GROUP_KINDS] = { 0 };

  for (guint i = 0; i < entries->len; i++)
    {
      const BvRankingEntry *entry = g_ptr_array_index (entries, i);
      const BvEntrant *entrant = bv_contest_entrant (proposal->contest, entry->entrant);

      counts[bv_contest_group (proposal->contest, entrant->group)->group->kind]++;
    }
  return bv_group_write_counts (counts);
}

static guint
find_now (const BvSupplement *self, const BvRankingEntry *old)
{
  const char *key = bv_contest_entrant (self->before->contest, old->entrant)->key;
  const GArray *entrants = self->proposal->contest->entrants;

  for (guint i = 0; i < entrants->len; i++)
    if (g_str_equal (g_array_index (entrants, BvEntrant, i).key, key))
      return i;
  return BV_CONTEST_NO_ENTRANT;
}

/* Why somebody who was proposed is so no more. */
static const char *
find_reason (const BvSupplement *self, const BvRankingEntry *old)
{
  guint now = find_now (self, old);
  g_auto (GStrv) reasons = NULL;

  if (now == BV_CONTEST_NO_ENTRANT)
    return "không còn tham gia xét";
  if (bv_contest_entrant (self->proposal->contest, now)->withdrawn)
    return "đã rút khỏi danh sách xét";
  reasons = bv_eligibility_list_reasons (self->proposal->scores, now);
  return reasons[0] != NULL ? "không còn đủ điều kiện xét" : "xếp ngoài chỉ tiêu";
}

static char *
write_removal (const BvSupplement *self, const BvRankingEntry *old)
{
  g_autofree char *post = bv_proposal_write_post (self->before, old->entrant);

  return g_strdup_printf ("%s%s%s", post != NULL ? post : "", post != NULL ? ", " : "",
                          find_reason (self, old));
}

static char *
write_change (const BvSupplement *self, const BvRankingEntry *entry)
{
  const char *award = bv_proposal_find_award (self->proposal, entry->entrant);

  return g_strdup_printf ("đề nghị %s", award != NULL ? award : "…");
}

static char *
write_addition (const BvSupplement *self, const BvRankingEntry *entry)
{
  return bv_proposal_write_post (self->proposal, entry->entrant);
}

typedef char *(*NoteFunc) (const BvSupplement *self, const BvRankingEntry *entry);

/* A part of the list, where there is anybody in it. */
static void
append_part (GString *text,
             const BvSupplement *self,
             const char *title,
             const BvProposal *proposal,
             const GPtrArray *entries,
             NoteFunc write_note)
{
  g_autofree char *counts = write_counts (proposal, entries);

  if (entries->len == 0)
    return;
  g_string_append_printf (text, "\n%s: %s, gồm:", title, counts);
  for (guint i = 0; i < entries->len; i++)
    {
      const BvRankingEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *name = bv_proposal_write_name (proposal, entry->entrant);
      g_autofree char *note = write_note (self, entry);

      g_string_append_printf (text, "\n- %s%s%s%s", name, note != NULL ? ", " : "", note != NULL ? note : "",
                              i + 1 < entries->len ? ";" : ".");
    }
}

/* How many take part is said where that has changed. */
static void
append_considered (GString *text, const BvSupplement *self)
{
  g_autofree char *now = bv_submission_fill (self->proposal, "{được xét}");
  g_autofree char *then = bv_submission_fill (self->before, "{được xét}");

  if (!g_str_equal (now, then))
    g_string_append_printf (text, "\nSố tham gia xét là %s; trong Tờ trình nêu trên là %s.", now, then);
}

/**
 * bv_supplement_write_text:
 * @supplement: what differs
 *
 * Returns: (transfer full): the text of the letter, a paragraph a line: who is proposed now and was not, who
 * was and is no more, and why
 */
char *
bv_supplement_write_text (const BvSupplement *supplement)
{
  GString *text = g_string_new (NULL);
  g_autofree char *closing = bv_submission_fill (
    supplement->proposal,
    "\nSau khi bổ sung, điều chỉnh, danh sách đề nghị khen thưởng gồm {đề nghị}{kèm theo}, "
    "thay thế danh sách kèm theo Tờ trình nêu trên.\n"
    "{cơ quan} kính trình {kính gửi} xem xét, quyết định./.");

  append_opening (text, supplement);
  append_part (text, supplement, "Bổ sung vào danh sách đề nghị", supplement->proposal, supplement->added,
               write_addition);
  append_part (text, supplement, "Đưa ra khỏi danh sách đề nghị", supplement->before, supplement->removed,
               write_removal);
  append_part (text, supplement, "Thay đổi hình thức khen thưởng đề nghị", supplement->proposal,
               supplement->changed, write_change);
  append_considered (text, supplement);
  g_string_append (text, closing);
  return g_string_free (text, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * bv_supplement_write_identity:
 * @proposal: a proposal with its whole campaign
 *
 * Returns: (transfer full): a text that is equal for two proposals of a campaign where nothing has to be said
 * of one after the other: they propose the same ones for the same awards, and as many took part
 */
char *
bv_supplement_write_identity (const BvProposal *proposal)
{
  g_autoptr (GPtrArray) entries = bv_proposed_list_everybody (proposal);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *considered = bv_submission_fill (proposal, "{được xét}");
  g_autofree char *joined = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      guint entrant = ((const BvRankingEntry *) g_ptr_array_index (entries, i))->entrant;
      const char *award = bv_proposal_find_award (proposal, entrant);

      g_ptr_array_add (lines, g_strconcat (bv_contest_entrant (proposal->contest, entrant)->key, ":",
                                           award != NULL ? award : "", NULL));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  joined = g_strjoinv ("\n", (char **) lines->pdata);
  return g_strconcat (considered, "\n", joined, NULL);
}
