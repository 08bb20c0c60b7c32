/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/submission.h"

#include "core/check-error.h"
#include "core/letterhead.h"
#include "core/proposed-list.h"
#include "core/text/text.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UNKNOWN "…" /* to be filled in by hand */

const char bv_submission_subject[]
  = "Về việc đề nghị {khen thưởng} cho các {đối tượng} có thành tích xuất sắc trong {phong trào}";

const char bv_submission_text[]
  = "Thực hiện {kế hoạch}, từ {bắt đầu} đến {kết thúc}, các cơ quan, đơn vị, địa phương trong tỉnh đã tổ chức "
    "triển khai, tự chấm điểm kèm tài liệu minh chứng để {cơ quan} tổng hợp, thẩm định.\n"
    "Trên cơ sở kết quả chấm điểm, thẩm định tính đến {ngày xét} đối với {được xét} tham gia và chỉ tiêu khen "
    "thưởng của phong trào, {cơ quan} đã lựa chọn các {đối tượng} có thành tích xuất sắc, tiêu biểu để đề nghị "
    "khen thưởng.\n"
    "{cơ quan} kính đề nghị {kính gửi} xem xét, {tặng thưởng} có thành tích xuất sắc trong "
    "phong trào thi đua nêu trên{kèm theo}.\n"
    "Hồ sơ kèm theo Tờ trình gồm: danh sách đề nghị khen thưởng; báo cáo thành tích của các {đối tượng}; "
    "biên bản họp xét khen thưởng và các tài liệu có liên quan.\n"
    "{cơ quan} kính trình {kính gửi} xem xét, quyết định./.";

typedef struct
{
  const BvProposal *proposal;
  BvProposedList *lists[BV_N_GROUP_KINDS];
  guint n_proposed[BV_N_GROUP_KINDS];
  guint n_considered[BV_N_GROUP_KINDS];
} Letter;

/* How many are proposed for one form of commendation. */
typedef struct
{
  const char *award; /* NULL: not known */
  guint counts[BV_N_GROUP_KINDS];
} Form;

typedef struct
{
  BvSubmissionWord word;
  char *(*write) (const Letter *letter);
} Word;

static char *
or_unknown (const char *text)
{
  return bv_text_is_blank (text) ? g_strdup (UNKNOWN) : bv_text_phrase (text);
}

static char *
write_title (const Letter *letter)
{
  return or_unknown (letter->proposal->campaign->title);
}

static char *
write_short_name (const Letter *letter)
{
  return or_unknown (bv_campaign_short_title (letter->proposal->campaign));
}

/* A plan that stands among the legal bases has been named with what it is about. */
static gboolean
is_plan_named (const BvCampaign *campaign)
{
  for (guint i = 0; campaign->legal_bases != NULL && campaign->legal_bases[i] != NULL; i++)
    if (strstr (campaign->legal_bases[i], campaign->plan_number) != NULL)
      return TRUE;
  return FALSE;
}

static char *
write_plan (const Letter *letter)
{
  const BvCampaign *campaign = letter->proposal->campaign;
  gboolean known = !bv_text_is_blank (campaign->plan_number) && is_plan_named (campaign);
  char *plan = known ? bv_campaign_write_plan_number (campaign) : bv_campaign_write_plan (campaign);

  return plan != NULL ? plan : g_strdup ("Kế hoạch số " UNKNOWN);
}

static char *
write_organ (const Letter *letter)
{
  return or_unknown (bv_letterhead_organ (letter->proposal->campaign));
}

static char *
write_province (const Letter *letter)
{
  return or_unknown (letter->proposal->campaign->province);
}

static char *
write_addressees (const Letter *letter)
{
  g_auto (GStrv) addressees = bv_letterhead_list_addressees (letter->proposal->campaign);

  return addressees[0] != NULL ? g_strjoinv (", ", addressees) : g_strdup (UNKNOWN);
}

/* Both kinds where there is nobody of either: the letter is still to come true. */
static gboolean
has_kind (const guint *counts, BvGroupKind kind)
{
  return counts[kind] > 0 || counts[BV_N_GROUP_KINDS - 1 - kind] == 0;
}

static char *
write_kinds (const Letter *letter)
{
  GString *text = g_string_new (NULL);

  for (BvGroupKind kind = 0; kind < BV_N_GROUP_KINDS; kind++)
    if (has_kind (letter->n_proposed, kind))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", bv_group_kind_words (kind));
  return g_string_free (text, FALSE);
}

static char *
write_proposed (const Letter *letter)
{
  return bv_group_write_counts (letter->n_proposed);
}

static char *
write_considered (const Letter *letter)
{
  return bv_group_write_counts (letter->n_considered);
}

static char *
write_n_collectives (const Letter *letter)
{
  return bv_wording_count (letter->n_proposed[BV_GROUP_COLLECTIVE]);
}

static char *
write_n_individuals (const Letter *letter)
{
  return bv_wording_count (letter->n_proposed[BV_GROUP_INDIVIDUAL]);
}

static Form *
find_form (GArray *forms, const char *award)
{
  Form form = { award, { 0 } };

  for (guint i = 0; i < forms->len; i++)
    if (g_strcmp0 (g_array_index (forms, Form, i).award, award) == 0)
      return &g_array_index (forms, Form, i);
  g_array_append_val (forms, form);
  return &g_array_index (forms, Form, forms->len - 1);
}

/* In the order of the lists; the campaign's own while nobody is proposed. */
static GArray *
list_forms (const Letter *letter)
{
  GArray *forms = g_array_new (FALSE, FALSE, sizeof (Form));

  for (BvGroupKind kind = 0; kind < BV_N_GROUP_KINDS; kind++)
    for (guint i = 0; i < letter->n_proposed[kind]; i++)
      {
        const BvRankingEntry *entry = g_ptr_array_index (letter->lists[kind]->entries, i);

        find_form (forms, bv_proposal_find_award (letter->proposal, entry->entrant))->counts[kind]++;
      }
  if (forms->len == 0)
    find_form (forms, letter->proposal->campaign->award);
  return forms;
}

/* "Bằng khen, Giấy khen" */
static char *
write_awards (const Letter *letter)
{
  g_autoptr (GArray) forms = list_forms (letter);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < forms->len; i++)
    {
      g_autofree char *award = or_unknown (g_array_index (forms, Form, i).award);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", award);
    }
  return g_string_free (text, FALSE);
}

static char *
write_commending (const Letter *letter)
{
  g_autoptr (GPtrArray) entries = bv_proposed_list_everybody (letter->proposal);

  return bv_proposal_write_commending (letter->proposal, entries);
}

/* "tặng Bằng khen cho 05 tập thể và 10 cá nhân" */
static char *
write_one_award (const Form *form)
{
  g_autofree char *award = bv_text_phrase (form->award);
  g_autofree char *counts = bv_group_write_counts (form->counts);

  return g_strdup_printf ("%s%s cho %s", *award != '\0' ? "tặng " : "khen thưởng", award, counts);
}

/* "tặng 01 Cờ thi đua, 02 Bằng khen cho 03 tập thể và 01 Bằng khen cho 01 cá nhân" */
static char *
write_several_awards (const Letter *letter)
{
  GString *text = g_string_new (NULL);

  for (BvGroupKind kind = 0; kind < BV_N_GROUP_KINDS; kind++)
    {
      const GPtrArray *entries = letter->lists[kind]->entries;
      g_autofree char *awards = bv_proposal_write_awards (letter->proposal, entries, NULL);
      g_autofree char *count = bv_wording_count (entries->len);

      if (entries->len > 0)
        g_string_append_printf (text, "%s%s cho %s %s", text->len > 0 ? " và " : "tặng ", awards, count,
                                bv_group_kind_words (kind));
    }
  return g_string_free (text, FALSE);
}

static char *
write_commended (const Letter *letter)
{
  g_autoptr (GArray) forms = list_forms (letter);

  return forms->len > 1 ? write_several_awards (letter) : write_one_award (&g_array_index (forms, Form, 0));
}

/* "Phụ lục I, II", or "Phụ lục"; empty where nobody is proposed. */
static char *
list_annexes (const Letter *letter)
{
  g_autofree char *first = bv_proposed_list_write_annex (letter->lists[BV_GROUP_COLLECTIVE]);
  g_autofree char *second = bv_proposed_list_write_annex (letter->lists[BV_GROUP_INDIVIDUAL]);

  if (first != NULL && second != NULL)
    return g_strconcat (first, ",", strrchr (second, ' '), NULL);
  return g_strconcat (first != NULL ? first : "", second, NULL);
}

static char *
write_annexes (const Letter *letter)
{
  g_autofree char *annexes = list_annexes (letter);

  return or_unknown (annexes);
}

static char *
write_attached (const Letter *letter)
{
  g_autofree char *annexes = list_annexes (letter);

  return *annexes != '\0' ? g_strdup_printf (" (%s kèm theo)", annexes) : g_strdup ("");
}

static char *
write_pools (const Letter *letter)
{
  const GPtrArray *pools = letter->proposal->pools;
  GString *text = g_string_new (NULL);
  g_autofree char *names = NULL;

  for (guint i = 0; i < pools->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            ((const BvRanking *) g_ptr_array_index (pools, i))->quota->name);
  names = g_string_free (text, FALSE);
  return or_unknown (names);
}

static char *
write_date (const Letter *letter)
{
  return bv_wording_date_line (letter->proposal->contest->date);
}

static char *
write_first_day (const Letter *letter)
{
  return bv_wording_date_line (letter->proposal->campaign->starts);
}

static char *
write_last_day (const Letter *letter)
{
  return bv_wording_date_line (letter->proposal->campaign->ends);
}

static const Word words[] = {
  { { "phong trào", N_ ("Title of the campaign") }, write_title },
  { { "tên ngắn", N_ ("Short title of the campaign") }, write_short_name },
  { { "kế hoạch", N_ ("The plan: the first time with date, issuer and subject, then by its number") },
    write_plan },
  { { "cơ quan", N_ ("The issuing organ") }, write_organ },
  { { "tỉnh", N_ ("The province") }, write_province },
  { { "kính gửi", N_ ("Who the submission is addressed to") }, write_addressees },
  { { "hình thức", N_ ("The award") }, write_awards },
  { { "khen thưởng", N_ ("“tặng” and the award") }, write_commending },
  { { "đối tượng", N_ ("“tập thể, cá nhân”, or one of them") }, write_kinds },
  { { "đề nghị", N_ ("How many collectives and individuals are proposed") }, write_proposed },
  { { "số tập thể", N_ ("The number of collectives proposed") }, write_n_collectives },
  { { "số cá nhân", N_ ("The number of individuals proposed") }, write_n_individuals },
  { { "tặng thưởng", N_ ("How many collectives and individuals get which award") }, write_commended },
  { { "phụ lục", N_ ("Which annexes there are") }, write_annexes },
  { { "kèm theo", N_ ("“ (Phụ lục … kèm theo)”; nothing where there is no annex") }, write_attached },
  { { "được xét", N_ ("How many collectives and individuals were put forward") }, write_considered },
  { { "nguồn xét", N_ ("The names of the pools") }, write_pools },
  { { "ngày xét", N_ ("The day of the ranking") }, write_date },
  { { "bắt đầu", N_ ("The first day of the campaign") }, write_first_day },
  { { "kết thúc", N_ ("The last day of the campaign") }, write_last_day },
};

/**
 * bv_submission_get_word:
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): what may stand in braces; %NULL behind the last
 */
const BvSubmissionWord *
bv_submission_get_word (guint index)
{
  return index < G_N_ELEMENTS (words) ? &words[index].word : NULL;
}

static gboolean
refuse_word (const char *name, GError **error)
{
  g_autofree char *excerpt = bv_text_excerpt (name);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_string_append_printf (list, "%s{%s}", i > 0 ? " " : "", words[i].word.name);
  bv_check_fail (error, "", _ ("“{%s}” is not known; there are: %s"), excerpt, list->str);
  g_string_free (list, TRUE);
  return FALSE;
}

/* Appends what @name stands for, where there is a letter to take it from. */
static gboolean
append_word (GString *text, const Letter *letter, const char *name, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word.name, name))
      {
        g_autofree char *value = letter != NULL ? words[i].write (letter) : NULL;

        g_string_append (text, value != NULL ? value : "");
        return TRUE;
      }
  return refuse_word (name, error);
}

static gboolean
refuse_brace (const char *pattern, GError **error)
{
  g_autofree char *excerpt = bv_text_excerpt (pattern);

  return bv_check_fail (
    error, "", _ ("“%s”: the brace has no partner; a brace as such is written twice, {{ or }}"), excerpt);
}

/* Moves behind one brace and what belongs to it. */
static gboolean
take_brace (const char **pattern, GString *text, const Letter *letter, GError **error)
{
  const char *brace = *pattern;
  gsize length = strcspn (brace + 1, "{}");
  g_autofree char *name = NULL;

  if (brace[1] == brace[0])
    {
      g_string_append_c (text, brace[0]);
      *pattern = brace + 2;
      return TRUE;
    }
  if (brace[0] == '}' || brace[1 + length] != '}')
    return refuse_brace (brace, error);
  name = g_strndup (brace + 1, length);
  *pattern = brace + 1 + length + 1;
  return append_word (text, letter, name, error);
}

static gboolean
fill (const char *pattern, GString *text, const Letter *letter, GError **error)
{
  while (*pattern != '\0')
    {
      gsize length = strcspn (pattern, "{}");

      g_string_append_len (text, pattern, length);
      pattern += length;
      if (*pattern != '\0' && !take_brace (&pattern, text, letter, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * bv_submission_check_pattern:
 * @pattern: a subject or text
 * @error: return location for a %BV_CHECK_ERROR
 *
 * Returns: %FALSE with @error set where something unknown stands in braces, or a brace has no partner
 */
gboolean
bv_submission_check_pattern (const char *pattern, GError **error)
{
  GString *text = g_string_new (NULL);
  gboolean ok = fill (pattern, text, NULL, error);

  g_string_free (text, TRUE);
  return ok;
}

static void
letter_init (Letter *letter, const BvProposal *proposal)
{
  const BvContest *contest = proposal->contest;

  *letter = (Letter){ .proposal = proposal };
  for (BvGroupKind kind = 0; kind < BV_N_GROUP_KINDS; kind++)
    {
      letter->lists[kind] = bv_proposed_list_new (proposal, kind, NULL);
      letter->n_proposed[kind] = letter->lists[kind]->entries->len;
    }
  for (guint i = 0; i < contest->entrants->len; i++)
    {
      const BvEntrant *entrant = bv_contest_entrant (contest, i);

      if (!entrant->withdrawn)
        letter->n_considered[bv_contest_group (contest, entrant->group)->group->kind]++;
    }
}

static void
letter_clear (Letter *letter)
{
  for (BvGroupKind kind = 0; kind < BV_N_GROUP_KINDS; kind++)
    bv_proposed_list_free (letter->lists[kind]);
}

/**
 * bv_submission_fill:
 * @proposal: a proposal with its whole campaign
 * @pattern: a subject or text that bv_submission_check_pattern() accepts
 *
 * Returns: (transfer full): @pattern with what its braces stand for, each in one line, so that no paragraph
 * is split; what the campaign does not say is an ellipsis
 */
char *
bv_submission_fill (const BvProposal *proposal, const char *pattern)
{
  GString *text = g_string_new (NULL);
  Letter letter;

  letter_init (&letter, proposal);
  if (!fill (pattern, text, &letter, NULL))
    g_string_assign (text, pattern);
  letter_clear (&letter);
  return g_string_free (text, FALSE);
}

static char *
fill_or_default (const BvProposal *proposal, const char *pattern, const char *fallback)
{
  return bv_submission_fill (proposal, bv_text_is_blank (pattern) ? fallback : pattern);
}

/**
 * bv_submission_write_subject:
 * @proposal: a proposal with its whole campaign
 *
 * Returns: (transfer full): the subject (trích yếu) under the word TỜ TRÌNH
 */
char *
bv_submission_write_subject (const BvProposal *proposal)
{
  return fill_or_default (proposal, proposal->campaign->submission_subject, bv_submission_subject);
}

/**
 * bv_submission_write_text:
 * @proposal: a proposal with its whole campaign
 *
 * Returns: (transfer full): the text, a paragraph a line
 */
char *
bv_submission_write_text (const BvProposal *proposal)
{
  return fill_or_default (proposal, proposal->campaign->submission_text, bv_submission_text);
}

/* "Căn cứ Luật …"; a line that begins as bases do stands as it is. */
static char *
write_basis (const char *basis)
{
  static const char *const beginnings[] = { "Căn cứ ", "Theo ", "Xét ", "Thực hiện " };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (basis, beginnings[i]))
      return g_strdup (basis);
  return g_strconcat (beginnings[0], basis, NULL);
}

/**
 * bv_submission_find_day:
 * @campaign: a campaign
 *
 * Returns: the day whose law the letter cites: its own, else that of the ranking, else today
 */
gint64
bv_submission_find_day (const BvCampaign *campaign)
{
  if (campaign->submission_date != BV_NONE)
    return campaign->submission_date;
  return bv_campaign_find_date (campaign);
}

/**
 * bv_submission_list_bases:
 * @campaign: a campaign
 *
 * Returns: (transfer full): the legal bases that may be printed, without a mark behind: what still has a gap
 * to be filled in may not
 */
char **
bv_submission_list_bases (const BvCampaign *campaign)
{
  char **lines = campaign->legal_bases;
  g_autoptr (GStrvBuilder) filled = g_strv_builder_new ();
  g_auto (GStrv) whole = NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    if (!bv_text_has_gap (lines[i]))
      g_strv_builder_add (filled, lines[i]);
  whole = g_strv_builder_end (filled);
  return bv_text_list_items (whole);
}

/**
 * bv_submission_write_bases:
 * @campaign: a campaign
 *
 * Returns: (transfer full): the legal bases that may be printed, a line each, each with a semicolon behind it
 * and the last with a full stop, whatever mark they were written with (NĐ 30/2020/NĐ-CP, Annex I, II.6a);
 * empty where there is none
 */
char *
bv_submission_write_bases (const BvCampaign *campaign)
{
  g_auto (GStrv) bases = bv_submission_list_bases (campaign);
  GString *text = g_string_new (NULL);

  for (guint i = 0; bases[i] != NULL; i++)
    {
      g_autofree char *basis = write_basis (bases[i]);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ";\n" : "", basis);
    }
  if (text->len > 0)
    g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}
