/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mail/unit-letters.h"

#include "core/criterion-kind.h"
#include "core/letterhead.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "core/text/wording.h"
#include "exchange/file-names.h"
#include "exchange/mail/letter-words.h"
#include "exchange/mail/mail-error.h"
#include "print/paper.h"
#include "store/file-name.h"

#include <glib/gi18n-lib.h>

/* What all letters of a list have in common. */
typedef struct
{
  const BvProposal *proposal;
  gint64 until;       /* BV_NONE: left to be filled in */
  gboolean with_list; /* the list of what is missing is attached */
  BvFileNames *names;
  GHashTable *titled; /* the leaves whose titles the letter has given */
} Writing;

/* What a letter asks to be done about each kind. */
static const char *const requests[BV_N_MISSING_KINDS] = {
  [BV_MISSING_SCORE] = "Tự chấm điểm các tiêu chí chưa có điểm tự chấm.",
  [BV_MISSING_EVIDENCE]
  = ("Bổ sung tài liệu minh chứng còn thiếu, ghi rõ số, ngày và cơ quan ban hành; trường "
     "hợp không có tài liệu, đề nghị giải trình lý do."),
  [BV_MISSING_REJECTED] = "Thay tài liệu minh chứng không được chấp nhận bằng tài liệu phù hợp.",
  [BV_MISSING_REPORT] = "Gửi các báo cáo định kỳ chưa nhận được.",
  [BV_MISSING_LATE] = "Đối chiếu ngày nhận của các báo cáo trễ; nếu chưa đúng, phản hồi kèm văn bản đã gửi.",
  [BV_MISSING_EXPLANATION] = "Giải trình chênh lệch giữa điểm tự chấm và điểm thẩm định.",
  [BV_MISSING_RETURNED] = "Hoàn chỉnh các nội dung bị trả lại theo ý kiến nêu trên.",
  [BV_MISSING_ACHIEVEMENT]
  = ("Gửi báo cáo thành tích của các trường hợp nêu trên, có xác nhận của cấp trình khen "
     "thưởng."),
};

static void
letter_free (gpointer data)
{
  BvLetter *letter = data;

  g_free (letter->unit);
  g_free (letter->name);
  g_free (letter->email);
  g_free (letter->subject);
  g_free (letter->body);
  g_free (letter->file);
  g_free (letter);
}

static const BvMissingItem *
get_item (const BvMissingUnit *owing, guint index)
{
  return g_ptr_array_index (owing->items, index);
}

/* A phrase that goes on a sentence. */
static void
append_lower (GString *text, const char *phrase)
{
  g_string_append_unichar (text, g_unichar_tolower (g_utf8_get_char (phrase)));
  g_string_append (text, g_utf8_next_char (phrase));
}

static char *
describe_leaf (const BvMissingUnit *owing, guint first)
{
  guint n = bv_missing_count_leaf (owing, first);
  GString *text = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    {
      if (i > first)
        g_string_append (text, "; ");
      append_lower (text, get_item (owing, i)->words);
    }
  return g_string_free (text, FALSE);
}

/* Leaves of one nominee of which the same is said, or what is said of it as such. */
typedef struct
{
  GString *codes;
  const BvCriterion *leaf; /* the first; NULL: none */
  guint n_leaves;
  char *words;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_string_free (line->codes, TRUE);
  g_free (line->words);
  g_free (line);
}

static void
add_line (GPtrArray *lines, const BvCriterion *leaf, const char *words)
{
  Line *line = NULL;

  for (guint i = 0; leaf != NULL && i < lines->len && line == NULL; i++)
    if (g_str_equal (((Line *) g_ptr_array_index (lines, i))->words, words))
      line = g_ptr_array_index (lines, i);
  if (line == NULL)
    {
      line = g_new0 (Line, 1);
      line->codes = g_string_new (NULL);
      line->leaf = leaf;
      line->words = g_strdup (words);
      g_ptr_array_add (lines, line);
    }
  g_string_append_printf (line->codes, "%s%s", line->n_leaves > 0 ? ", " : "",
                          leaf != NULL ? leaf->code : "");
  line->n_leaves++;
}

/* The items of the nominee whose first is @first; @next is that of the next nominee. */
static GPtrArray *
list_lines (const BvMissingUnit *owing, guint first, guint *next)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  guint i = first;

  for (; i < owing->items->len && get_item (owing, i)->entrant == get_item (owing, first)->entrant;
       i += bv_missing_count_leaf (owing, i))
    {
      g_autofree char *words = describe_leaf (owing, i);

      add_line (lines, get_item (owing, i)->leaf, words);
    }
  *next = i;
  return lines;
}

/* The title is said once a letter, and never of reports, which speak for themselves. */
static void
append_leaf (GString *body, const Writing *writing, const BvCriterion *leaf)
{
  g_autofree char *title = leaf != NULL ? bv_missing_leaf_title (leaf) : NULL;

  if (leaf == NULL)
    {
      g_string_append (body, "   - Hồ sơ đề nghị khen thưởng");
      return;
    }
  g_string_append_printf (body, "   - Tiêu chí %s", leaf->code);
  if (bv_criterion_input (leaf) != BV_INPUT_RECEIVED && g_hash_table_add (writing->titled, (gpointer) leaf))
    g_string_append_printf (body, " (%s)", title);
}

static void
append_lines (GString *body, const Writing *writing, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = g_ptr_array_index (lines, i);

      if (line->n_leaves > 1)
        g_string_append_printf (body, "   - Các tiêu chí %s", line->codes->str);
      else
        append_leaf (body, writing, line->leaf);
      g_string_append_printf (body, ": %s.\n", line->words);
    }
}

/* A person as letters name one: "Bà Nguyễn Thị Ánh, Phó Giám đốc". */
static void
append_nominee (GString *body, const BvProposal *proposal, guint entrant)
{
  const char *position = bv_contest_entrant (proposal->contest, entrant)->position;
  g_autofree char *name = bv_proposal_write_name (proposal, entrant);

  g_string_append (body, name);
  if (!bv_text_is_blank (position))
    g_string_append_printf (body, ", %s", position);
}

static void
append_items (GString *body, const Writing *writing, const BvMissingUnit *owing)
{
  guint number = 1;

  for (guint i = 0, next; i < owing->items->len; i = next)
    {
      g_autoptr (GPtrArray) lines = list_lines (owing, i, &next);

      g_string_append_printf (body, "%u. ", number++);
      append_nominee (body, writing->proposal, get_item (owing, i)->entrant);
      g_string_append (body, "\n");
      append_lines (body, writing, lines);
      g_string_append (body, "\n");
    }
}

static void
append_requests (GString *body, const BvMissingUnit *owing)
{
  g_string_append (body, "Đề nghị quý đơn vị:\n");
  for (guint kind = 0; kind < BV_N_MISSING_KINDS; kind++)
    if (owing->counts[kind] > 0)
      g_string_append_printf (body, "   - %s\n", requests[kind]);
}

static void
append_context (GString *body, const Writing *writing, const BvMissingUnit *owing)
{
  const BvCampaign *campaign = writing->proposal->campaign;
  g_autofree char *date = bv_wording_date_line (writing->proposal->contest->date);
  g_autofree char *count = bv_wording_count (owing->items->len);

  bv_letter_words_append_occasion (body, campaign);
  g_string_append_printf (body,
                          "%s đã rà soát hồ sơ thi đua, tính đến %s. Hồ sơ do quý đơn vị phụ trách "
                          "còn %s nội dung sau đây:\n\n",
                          bv_letter_words_name_sender (campaign), date, count);
}

static void
append_closing (GString *body, const Writing *writing)
{
  const BvCampaign *campaign = writing->proposal->campaign;
  g_autofree char *until = bv_wording_date_line (writing->until);

  g_string_append (body, "\n");
  if (writing->with_list)
    g_string_append (body, "Danh sách chi tiết được gửi kèm thư này. ");
  g_string_append_printf (body, "Nội dung bổ sung đề nghị gửi về %s trước %s để kịp tổng hợp.\n\n",
                          bv_letter_words_name_sender (campaign), until);
  bv_letter_words_append_sender (body, campaign);
}

static char *
write_body (const Writing *writing, const BvMissingUnit *owing)
{
  GString *body = g_string_new (NULL);

  g_hash_table_remove_all (writing->titled);
  g_string_append_printf (body, "Kính gửi: %s\n\n", owing->unit->name);
  append_context (body, writing, owing);
  append_items (body, writing, owing);
  append_requests (body, owing);
  append_closing (body, writing);
  return g_string_free (body, FALSE);
}

static char *
write_subject (const BvCampaign *campaign, const BvUnit *unit)
{
  return g_strdup_printf ("Đề nghị bổ sung hồ sơ thi đua: %s – %s", bv_campaign_short_title (campaign),
                          unit->name);
}

static BvLetter *
write_letter (const Writing *writing, const BvMissingUnit *owing)
{
  const BvUnit *unit = owing->unit;
  BvLetter *letter = g_new (BvLetter, 1);

  letter->unit = g_strdup (unit->code);
  letter->name = g_strdup (unit->name);
  letter->email = g_strdup (bv_text_is_blank (unit->email) ? "" : unit->email);
  letter->subject = write_subject (writing->proposal->campaign, unit);
  letter->body = write_body (writing, owing);
  letter->file
    = bv_file_names_take_marked (writing->names, "", unit->name, unit->code, ".eml", BV_FILE_NAME_MOST);
  letter->n_items = owing->items->len;
  return letter;
}

/**
 * bv_unit_letters_compose:
 * @missing: what is missing, of all groups
 * @unit: (nullable): the code of the only unit that is written to
 * @until: the day before which an answer is asked for; %BV_NONE: left to be filled in by hand
 * @with_list: whether the letters say that the list of what is missing is attached
 * @error: return location for a %BV_PAPER_ERROR
 *
 * Writes a letter to every unit that still owes something on the ranking's date.
 *
 * Returns: (transfer full) (element-type BvLetter) (nullable): the letters in the order of the registry,
 * perhaps none; %NULL with @error set where there is no such unit
 */
GPtrArray *
bv_unit_letters_compose (const BvMissing *missing,
                         const char *unit,
                         gint64 until,
                         gboolean with_list,
                         GError **error)
{
  g_autoptr (BvFileNames) names = bv_file_names_new ();
  g_autoptr (GHashTable) titled = g_hash_table_new (NULL, NULL);
  Writing writing = { missing->proposal, until, with_list, names, titled };
  BvPaperScope scope = { .unit = unit };
  GPtrArray *letters;

  if (!bv_paper_scope_check (missing->proposal, &scope, error))
    return NULL;
  letters = g_ptr_array_new_with_free_func (letter_free);
  for (guint i = 0; i < missing->units->len; i++)
    {
      const BvMissingUnit *owing = g_ptr_array_index (missing->units, i);

      if (unit == NULL || g_str_equal (unit, owing->unit->code))
        g_ptr_array_add (letters, write_letter (&writing, owing));
    }
  return letters;
}

/**
 * bv_unit_letters_check_until:
 * @until: the day before which an answer is asked for; %BV_NONE: left to be filled in by hand
 * @error: return location for an error
 *
 * Returns: whether anybody can answer before that day; %FALSE, with %BV_MAIL_ERROR_DAY, once it has come
 */
gboolean
bv_unit_letters_check_until (gint64 until, GError **error)
{
  g_autofree char *words = bv_date_to_vietnamese (until);

  if (until == BV_NONE || until > bv_date_today ())
    return TRUE;
  g_set_error (
    error, BV_MAIL_ERROR, BV_MAIL_ERROR_DAY,
    _ ("An answer before %s cannot be asked for, that day has come already: give a later day, or none"),
    words);
  return FALSE;
}

/**
 * bv_unit_letters_doubt_until:
 * @until: the day before which an answer is asked for; %BV_NONE: none
 * @date: the ranking's date
 *
 * Returns: (transfer full) (nullable): why that day is doubtful, though an answer is possible; %NULL: it will
 * do
 */
char *
bv_unit_letters_doubt_until (gint64 until, gint64 date)
{
  g_autofree char *until_words = bv_date_to_vietnamese (until);
  g_autofree char *date_words = bv_date_to_vietnamese (date);

  if (until == BV_NONE || until > date)
    return NULL;
  return g_strdup_printf (
    _ ("The answer is due before %s, but the letters say what is missing on %s: that is not earlier"),
    until_words, date_words);
}
