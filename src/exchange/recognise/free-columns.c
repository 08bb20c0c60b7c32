/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/likeness.h"
#include "core/text/text.h"
#include "exchange/recognise/free-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CRITERION "criterion:"
#define CHOICES_MOST 60

/* What a column of a list may be said to hold. */
static const BvIntakeField offered[] = {
  BV_INTAKE_FIELD_UNIT,     BV_INTAKE_FIELD_PERSON,      BV_INTAKE_FIELD_NAME,
  BV_INTAKE_FIELD_PARENT,   BV_INTAKE_FIELD_CODE,        BV_INTAKE_FIELD_GENDER,
  BV_INTAKE_FIELD_BORN,     BV_INTAKE_FIELD_POSITION,    BV_INTAKE_FIELD_WORKPLACE,
  BV_INTAKE_FIELD_OFFICE,   BV_INTAKE_FIELD_GROUP,       BV_INTAKE_FIELD_ACHIEVEMENT,
  BV_INTAKE_FIELD_EVIDENCE, BV_INTAKE_FIELD_EXPLANATION, BV_INTAKE_FIELD_CRITERION,
  BV_INTAKE_FIELD_SELF,
};

static gboolean
holds (const BvFreeTable *table, const BvIntakeAnswer *answer)
{
  return *answer->scope == '\0' || g_str_equal (answer->scope, bv_free_table_get_scope (table));
}

/* What somebody said of titles. */
static void
learn_titles (const BvFreeTable *table, BvHeaderRules *rules)
{
  g_autoptr (GPtrArray) answers = bv_intake_questions_list_learned (table->answers.plan->questions,
                                                                    bv_asked_kind_get_name (BV_ASKED_COLUMN));

  for (guint i = 0; i < answers->len; i++)
    {
      const BvIntakeAnswer *answer = g_ptr_array_index (answers, i);
      gboolean is_criterion = g_str_has_prefix (answer->meant, CRITERION);
      BvIntakeField field = g_str_equal (answer->meant, BV_ANSWER_LEAVE_OUT)
                              ? BV_INTAKE_FIELD_OTHER
                              : bv_intake_field_parse (answer->meant);

      if (holds (table, answer))
        bv_header_rules_learn (rules, answer->said, is_criterion ? BV_INTAKE_FIELD_NONE : field,
                               is_criterion ? answer->meant + strlen (CRITERION) : NULL);
    }
}

/**
 * bv_free_columns_get_rules:
 * @table: a table
 * @group: (nullable): a group; %NULL: none
 *
 * Returns: (transfer none): what titles mean in the group
 */
BvHeaderRules *
bv_free_columns_get_rules (const BvFreeTable *table, const BvGroup *group)
{
  GHashTable *known = table->answers.plan->rules;
  const char *key = group != NULL ? group->key : "";
  BvHeaderRules *rules = g_hash_table_lookup (known, key);
  g_autoptr (GPtrArray) leaves = NULL;

  if (rules != NULL)
    return rules;
  leaves = group != NULL ? bv_group_list_leaves (group) : NULL;
  rules = bv_header_rules_new (leaves);
  learn_titles (table, rules);
  g_hash_table_insert (known, (gpointer) key, rules);
  return rules;
}

/* How sure it is that titles name criteria. */
static guint
weigh_criteria (const BvHeader *header)
{
  guint sum = 0;

  for (guint i = 0; i < header->columns->len; i++)
    {
      const BvHeaderMeaning *meaning = &g_array_index (header->columns, BvHeaderColumn, i).meaning;

      sum += meaning->criterion != NULL ? meaning->likeness : 0;
    }
  return sum;
}

/**
 * bv_free_columns_get:
 * @table: a table
 * @group: (nullable): a group; %NULL: none
 *
 * Returns: (transfer none): its titles, as the criteria of the group explain them
 */
const BvHeader *
bv_free_columns_get (BvFreeTable *table, const BvGroup *group)
{
  const char *key = group != NULL ? group->key : "";
  BvHeader *header = g_hash_table_lookup (table->headers, key);

  if (header == NULL)
    {
      header = bv_header_find (table->answers.table, bv_free_columns_get_rules (table, group));
      g_hash_table_insert (table->headers, (gpointer) key, header);
    }
  return header;
}

/* Where rows are criteria, columns are none. */
static void
find_fitting (BvFreeTable *table)
{
  const GPtrArray *groups = table->answers.plan->campaign->groups;
  guint most = 1;

  for (guint i = 0; i < groups->len; i++)
    {
      guint n = weigh_criteria (bv_free_columns_get (table, g_ptr_array_index (groups, i)));

      if (n < most)
        continue;
      if (n > most)
        g_ptr_array_set_size (table->fitting, 0);
      most = n;
      g_ptr_array_add (table->fitting, g_ptr_array_index (groups, i));
    }
}

static char *
write_layout (const BvHeader *header)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autofree char *sum = NULL;

  for (guint i = 0; i < header->columns->len; i++)
    {
      g_autofree char *key = bv_intake_field_key (g_array_index (header->columns, BvHeaderColumn, i).title);

      g_string_append (titles, key);
      g_string_append_c (titles, '\n');
    }
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, titles->str, -1);
  return g_strndup (sum, 12);
}

/**
 * bv_free_columns_find:
 * @table: a table
 *
 * Finds its titles, and which groups have the criteria that they name.
 */
void
bv_free_columns_find (BvFreeTable *table)
{
  const BvHeader *plain = bv_free_columns_get (table, NULL);

  if (plain->subject != BV_INTAKE_OF_CRITERIA)
    find_fitting (table);
  table->answers.header
    = table->fitting->len > 0 ? bv_free_columns_get (table, g_ptr_array_index (table->fitting, 0)) : plain;
  table->layout = write_layout (table->answers.header);
}

static gboolean
has_text (const BvFreeTable *table, guint column)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BvIntakeRow *row = &g_array_index (table->rows, BvIntakeRow, i);

      if (row->kind == BV_INTAKE_ROW_DATA
          && !bv_text_is_blank (bv_intake_table_get_text (table->answers.table, row->row, column)))
        return TRUE;
    }
  return FALSE;
}

static void
offer_leaves (const BvFreeTable *table, BvIntakeQuestion *question)
{
  for (guint i = 0; i < table->fitting->len; i++)
    {
      g_autoptr (GPtrArray) leaves = bv_group_list_leaves (g_ptr_array_index (table->fitting, i));

      for (guint k = 0; k < leaves->len && question->choices->len < CHOICES_MOST; k++)
        {
          const BvCriterion *leaf = g_ptr_array_index (leaves, k);
          g_autofree char *answer = g_strconcat (CRITERION, leaf->code, NULL);
          g_autofree char *title = g_strdup_printf ("%s – %s", leaf->code, leaf->title);

          bv_intake_question_offer (question, answer, title, NULL);
        }
    }
}

/* A field, and how like one of its titles the one is that is asked about. */
typedef struct
{
  BvIntakeField field;
  guint likeness;
} Offer;

static Offer
weigh (BvIntakeField field, const char *said)
{
  g_auto (GStrv) synonyms = g_strsplit (bv_intake_fields[field].synonyms, "|", -1);
  Offer offer = { field, 0 };

  for (char **synonym = synonyms; *synonym != NULL; synonym++)
    offer.likeness = MAX (offer.likeness, bv_likeness_of (said, *synonym));
  return offer;
}

static int
compare_offers (gconstpointer a, gconstpointer b)
{
  const Offer *first = a;
  const Offer *second = b;

  if (first->likeness != second->likeness)
    return first->likeness > second->likeness ? -1 : 1;
  return (int) first->field - (int) second->field;
}

/* What no other column holds, the likest first. */
static void
offer_fields (const BvFreeTable *table, const BvHeaderColumn *column, BvIntakeQuestion *question)
{
  const char *reason
    = column->meaning.reason != BV_HEADER_UNKNOWN ? bv_header_reason_title (column->meaning.reason) : NULL;
  g_autoptr (GArray) offers = g_array_new (FALSE, FALSE, sizeof (Offer));

  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    if (column->meaning.reason == BV_HEADER_TWICE
        || bv_header_find_field (table->answers.header, offered[i]) == NULL)
      {
        Offer offer = weigh (offered[i], question->said);

        g_array_append_val (offers, offer);
      }
  g_array_sort (offers, compare_offers);
  for (guint i = 0; i < offers->len; i++)
    {
      const BvIntakeFieldRow *field = &bv_intake_fields[g_array_index (offers, Offer, i).field];
      g_auto (GStrv) synonyms = g_strsplit (field->synonyms, "|", 2);

      bv_intake_question_offer (question, field->name, synonyms[0], reason);
    }
}

static void
ask_column (const BvFreeTable *table, const BvHeaderColumn *column)
{
  g_autofree char *said = bv_intake_field_key (column->title);
  BvIntakeQuestion *question = bv_intake_questions_ask (table->answers.plan->questions, BV_ASKED_COLUMN,
                                                        bv_free_table_get_scope (table), said, column->title);

  bv_planned_file_note_question (table->answers.planned, question, table->answers.sheet,
                                 table->answers.header->first_row, column->column);
  offer_fields (table, column, question);
  offer_leaves (table, question);
  bv_intake_question_offer (question, BV_ANSWER_LEAVE_OUT, _ ("nothing that is taken in"), NULL);
}

/* What is known, and is taken from nothing of a campaign. */
static gboolean
is_left_out (const BvFreeTable *table, const BvHeaderColumn *column)
{
  static const BvIntakeField of_both[]
    = { BV_INTAKE_FIELD_NOTE,       BV_INTAKE_FIELD_DECISION, BV_INTAKE_FIELD_DATE,  BV_INTAKE_FIELD_AWARD,
        BV_INTAKE_FIELD_INITIATIVE, BV_INTAKE_FIELD_EMAIL,    BV_INTAKE_FIELD_PHONE, BV_INTAKE_FIELD_IDENTITY,
        BV_INTAKE_FIELD_TOTAL,      BV_INTAKE_FIELD_OTHER,    BV_INTAKE_FIELD_FINAL, BV_INTAKE_FIELD_SCORE,
        BV_INTAKE_FIELD_VERIFIED };
  gboolean of_criteria = table->answers.header->subject == BV_INTAKE_OF_CRITERIA;

  for (guint i = 0; i < G_N_ELEMENTS (of_both); i++)
    if (column->meaning.field == of_both[i])
      return TRUE;
  return !of_criteria
         && (column->meaning.field == BV_INTAKE_FIELD_SELF
             || column->meaning.field == BV_INTAKE_FIELD_EXPLANATION
             || column->meaning.field == BV_INTAKE_FIELD_MAX
             || column->meaning.field == BV_INTAKE_FIELD_CRITERION);
}

/* Somebody said what the column holds. */
static void
use_answer (const BvFreeTable *table, const BvHeaderColumn *column)
{
  g_autofree char *said = bv_intake_field_key (column->title);

  if (column->meaning.reason == BV_HEADER_LEARNED)
    bv_intake_questions_find (table->answers.plan->questions, BV_ASKED_COLUMN,
                              bv_free_table_get_scope (table), said);
}

/**
 * bv_free_columns_remark:
 * @table: a table
 *
 * Asks what columns hold that nobody knows, and notes those that are not taken in.
 */
void
bv_free_columns_remark (const BvFreeTable *table)
{
  const GArray *columns = table->answers.header->columns;

  for (guint i = 0; i < columns->len; i++)
    {
      const BvHeaderColumn *column = &g_array_index (columns, BvHeaderColumn, i);

      use_answer (table, column);
      if (column->meaning.criterion != NULL || !has_text (table, column->column))
        continue;
      if (column->meaning.likeness == 0)
        ask_column (table, column);
      else if (is_left_out (table, column))
        g_ptr_array_add (table->answers.planned->notices,
                         g_strdup_printf (_ ("sheet “%s”: what stands under “%s” is not taken in"),
                                          bv_intake_table_get_name (table->answers.table), column->title));
    }
}
