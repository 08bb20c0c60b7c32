/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise/old-signs.h"

#include "core/text/legacy-text.h"

#include <glib/gi18n-lib.h>

#define SAMPLES 3

/* The sheet of a file while it is looked at. */
typedef struct
{
  BvImportPlan *plan;
  BvPlannedFile *planned;
  guint sheet;
  BvIntakeTable *table;
  BvLegacyCharset charset; /* in which it seems to be written */
  gboolean is_mixed;       /* other cells of it are in Unicode */
} Looking;

typedef void (*EachText) (Looking *looking, guint row, const BvIntakeCell *cell);

/* What nobody wrote in old signs, and what has letters that may be such. */
static void
look_at_letters (const char *text, gboolean *is_unicode, gboolean *may_be_old)
{
  *is_unicode = FALSE;
  *may_be_old = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      *is_unicode = *is_unicode || (c > 0xff && g_unichar_isalpha (c));
      *may_be_old = *may_be_old || (c > 0xa0 && c <= 0xff);
    }
  *may_be_old = *may_be_old && !*is_unicode;
}

static void
each_text (Looking *looking, EachText act)
{
  for (guint row = 0; row < bv_intake_table_get_n_rows (looking->table); row++)
    {
      const GArray *cells = bv_intake_table_get_row (looking->table, row);

      for (guint i = 0; i < cells->len; i++)
        {
          const BvIntakeCell *cell = &g_array_index (cells, BvIntakeCell, i);
          gboolean is_unicode, may_be_old;

          if (cell->kind != BV_INTAKE_TEXT)
            continue;
          look_at_letters (cell->text, &is_unicode, &may_be_old);
          looking->is_mixed = looking->is_mixed || is_unicode;
          if (may_be_old)
            act (looking, row, cell);
        }
    }
}

typedef struct
{
  Looking looking;
  guint votes[BV_LEGACY_VNI + 1];
  GHashTable *guesses; /* text of the table, which has equal ones once → BvLegacyCharset */
} Voting;

static void
vote (Looking *looking, guint row, const BvIntakeCell *cell)
{
  Voting *voting = (Voting *) looking;
  gpointer guess;

  if (!g_hash_table_lookup_extended (voting->guesses, cell->text, NULL, &guess))
    {
      guess = GINT_TO_POINTER (bv_legacy_charset_guess (cell->text));
      g_hash_table_insert (voting->guesses, (gpointer) cell->text, guess);
    }
  voting->votes[GPOINTER_TO_INT (guess)]++;
}

static BvIntakeQuestion *
ask (const Looking *looking)
{
  const char *title = bv_legacy_charset_get_title (looking->charset);
  BvIntakeQuestion *question
    = bv_intake_questions_ask (looking->plan->questions, BV_ASKED_SIGNS, "", title, title);

  bv_intake_question_offer (question, "yes", _ ("they are: take them in as Unicode"), NULL);
  bv_intake_question_offer (question, "no", _ ("they are not: take them in as they stand"), NULL);
  return question;
}

static void
add_sample (BvIntakeQuestion *question, const char *before, const char *after)
{
  guint n = question->samples != NULL ? g_strv_length (question->samples) : 0;

  if (n >= SAMPLES)
    return;
  question->samples = g_renew (char *, question->samples, n + 2);
  question->samples[n] = g_strdup_printf ("%s → %s", before, after);
  question->samples[n + 1] = NULL;
}

static gboolean
is_answered (const Looking *looking, gboolean *is_old)
{
  const char *answer = bv_intake_questions_find (looking->plan->questions, BV_ASKED_SIGNS, "",
                                                 bv_legacy_charset_get_title (looking->charset));

  *is_old = g_strcmp0 (answer, "no") != 0;
  return g_strcmp0 (answer, "yes") == 0 || !*is_old;
}

/* Until it is answered, what it would be is shown, and its row waits. */
static void
convert (Looking *looking, guint row, const BvIntakeCell *cell)
{
  BvLegacyCharset guessed = bv_legacy_charset_guess (cell->text);
  g_autofree char *meant = bv_legacy_text_convert (cell->text, looking->charset);
  BvIntakeQuestion *question;
  gboolean is_old;

  if (g_str_equal (meant, cell->text) || (looking->is_mixed && guessed != looking->charset))
    return;
  if (!is_answered (looking, &is_old))
    {
      question = ask (looking);
      add_sample (question, cell->text, meant);
      bv_planned_file_doubt (looking->planned, looking->sheet, row, question);
      bv_planned_file_note_question (looking->planned, question, looking->sheet, row, cell->column);
    }
  if (is_old)
    bv_intake_file_convert (looking->planned->file, looking->sheet, row, cell, meant);
}

static void
look_at_sheet (BvImportPlan *plan, BvPlannedFile *planned, guint sheet)
{
  const BvIntakeSheet *whole = g_ptr_array_index (planned->file->sheets, sheet);
  Voting voting = { { plan, planned, sheet, whole->table, BV_LEGACY_NONE, FALSE },
                    { 0 },
                    g_hash_table_new (g_direct_hash, g_direct_equal) };

  each_text (&voting.looking, vote);
  g_hash_table_unref (voting.guesses);
  voting.votes[BV_LEGACY_NONE] = 0;
  for (BvLegacyCharset charset = BV_LEGACY_TCVN3; charset <= BV_LEGACY_VNI; charset++)
    if (voting.votes[charset] > voting.votes[voting.looking.charset])
      voting.looking.charset = charset;
  if (voting.looking.charset != BV_LEGACY_NONE)
    each_text (&voting.looking, convert);
}

static void
tell_declared (BvPlannedFile *planned)
{
  const GArray *signs = planned->file->signs;

  if (signs->len == 0)
    return;
  g_ptr_array_add (
    planned->notices,
    g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u cell in %s, as its font declares, was read as Unicode: %s → %s",
                   "%u cells in %s, as their fonts declare, were read as Unicode: %s → %s", signs->len),
      signs->len, bv_legacy_charset_get_title (g_array_index (signs, BvIntakeSigns, 0).charset),
      g_array_index (signs, BvIntakeSigns, 0).before, g_array_index (signs, BvIntakeSigns, 0).after));
}

/**
 * bv_old_signs_read:
 * @plan: a plan
 * @planned: a file of it, of which nothing was planned yet
 *
 * Notes what was read as Unicode because the font of its cell says so, and asks about what only its letters
 * tell.
 */
void
bv_old_signs_read (BvImportPlan *plan, BvPlannedFile *planned)
{
  tell_declared (planned);
  for (guint i = 0; i < planned->file->sheets->len; i++)
    look_at_sheet (plan, planned, i);
}
