/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tree/answers.h"

#include "store/error.h"
#include "store/key-map.h"
#include "store/records.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* Excesses that a message names. */
#define NAMED_MAX 5

/* A criterion ?1 and all below it. */
#define BELOW                                                                                                \
  "WITH RECURSIVE below (id) AS (SELECT ?1 UNION ALL SELECT c.id FROM criterion c JOIN below b ON c.parent " \
  "= b.id) "

/* The answers to one criterion, one after the other. */
typedef struct
{
  BvLibrary *library;
  BvKeyMap *keys;
  gint64 owners[BV_LAYOUT_MAX_OWNERS + 1];
  const BvCriterion *leaf;
  const BvCriterionChange *change;
  gint64 max;
  gboolean writes;
  BvConsequences *consequences;
} Walk;

/* Points of an answer above ?2; one that is null is not. */
#define ABOVE "a.criterion = ?1 AND (a.self > ?2 OR a.verified > ?2 OR a.final > ?2)"

static void
take_excess (sqlite3_stmt *row, gpointer data)
{
  const Walk *walk = data;
  BvExcess *excess = g_new0 (BvExcess, 1);

  excess->nominee = sqlite3_column_int64 (row, 0);
  excess->name = g_strdup (bv_statement_column_text (row, 1));
  excess->points = sqlite3_column_int64 (row, 2);
  excess->criterion = g_strdup (walk->leaf->code);
  excess->max = walk->max;
  g_ptr_array_add (walk->consequences->excesses, excess);
}

/* Those who have more are as many as were cut; only the first are named. */
static gboolean
name_excesses (Walk *walk, GError **error)
{
  gint64 most = BV_CONSEQUENCES_NAMED - MIN (walk->consequences->excesses->len, BV_CONSEQUENCES_NAMED);

  return bv_statement_each (
    walk->library,
    "SELECT a.nominee, ifnull (p.name, u.name), "
    "max (ifnull (a.self, 0), ifnull (a.verified, 0), ifnull (a.final, 0)) "
    "FROM assessment a JOIN nominee n ON n.id = a.nominee JOIN unit u ON u.id = n.unit "
    "LEFT JOIN person p ON p.nominee = n.id WHERE " ABOVE " ORDER BY a.nominee LIMIT ?3",
    take_excess, walk, error, "iii", walk->leaf->record.id, walk->max, most);
}

static void
count_fate (const Walk *walk, BvFate fate)
{
  if ((fate & BV_FATE_CUT) != 0)
    walk->consequences->n_above++;
  if ((fate & BV_FATE_LOST) != 0)
    walk->consequences->n_lost++;
  if ((fate & (BV_FATE_CUT | BV_FATE_LOST)) == 0)
    walk->consequences->n_kept++;
}

static gboolean
walk_answer (const Walk *walk, BvAssessment *before, GError **error)
{
  g_autoptr (BvRecord) after = NULL;
  BvFate fate;

  if (bv_criterion_change_takes_all (walk->change))
    {
      count_fate (walk, bv_criterion_change_counts (before) ? BV_FATE_LOST : BV_FATE_KEPT);
      return !walk->writes
             || bv_records_remove (walk->library, &before->record, walk->keys, walk->owners, error);
    }
  after = bv_record_copy (before);
  after->ordinal = before->record.ordinal;
  fate = bv_criterion_change_apply (walk->change, (BvAssessment *) after);
  count_fate (walk, fate);
  return !walk->writes || fate == BV_FATE_KEPT
         || bv_records_update (walk->library, before, after, walk->keys, walk->owners, error);
}

/* All answers, and whose they are. */
typedef struct
{
  GPtrArray *answers; /* of BvAssessment */
  GArray *nominees;   /* of gint64 */
} Answers;

static void
take_answer (gpointer record, const gint64 *owners, gpointer data)
{
  const Answers *self = data;

  g_ptr_array_add (self->answers, record);
  g_array_append_val (self->nominees, owners[0]);
}

/* They are read before the first is written, and named before the first is cut. */
static gboolean
walk_answers (Walk *walk, GError **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (bv_record_free);
  g_autoptr (GArray) nominees = g_array_new (FALSE, FALSE, sizeof (gint64));
  Answers all = { answers, nominees };

  if ((!bv_criterion_change_takes_all (walk->change) && walk->max != BV_NONE && !name_excesses (walk, error))
      || !bv_records_read_answers (walk->library, walk->leaf->record.id, take_answer, &all, error))
    return FALSE;
  for (guint i = 0; i < answers->len; i++)
    {
      walk->owners[0] = g_array_index (nominees, gint64, i);
      if (!walk_answer (walk, g_ptr_array_index (answers, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
count_all (const Walk *walk, GError **error)
{
  gint64 n = 0;

  if (!bv_statement_read_number (walk->library, "SELECT count(*) FROM assessment WHERE criterion = ?1", &n,
                                 error, "i", walk->leaf->record.id))
    return FALSE;
  walk->consequences->n_kept += n;
  return TRUE;
}

/* A lower maximum alone: who has more is counted where it is stored, however many answers there are. */
static gboolean
count_above (Walk *walk, GError **error)
{
  gint64 n_above = 0;

  if (!count_all (walk, error)
      || !bv_statement_read_number (walk->library, "SELECT count(*) FROM assessment a WHERE " ABOVE, &n_above,
                                    error, "ii", walk->leaf->record.id, walk->max))
    return FALSE;
  walk->consequences->n_kept -= n_above;
  walk->consequences->n_above += n_above;
  return n_above == 0 || name_excesses (walk, error);
}

static gboolean
walk_change (BvLibrary *library,
             gint64 campaign,
             const BvCriterion *before,
             const BvCriterion *after,
             gboolean writes,
             BvConsequences *consequences,
             GError **error)
{
  g_autoptr (BvCriterionChange) change = bv_criterion_change_new (before, after);
  g_autoptr (BvKeyMap) keys = bv_key_map_open (library, campaign);
  Walk walk
    = { library, keys, { 0 }, before, change, after != NULL ? after->max : BV_NONE, writes, consequences };

  if (!bv_criterion_change_concerns_answers (change))
    return writes || count_all (&walk, error);
  if (!writes && bv_criterion_change_only_cuts (change))
    return walk.max == BV_NONE ? count_all (&walk, error) : count_above (&walk, error);
  return bv_statement_read_number (library, "SELECT \"group\" FROM criterion WHERE id = ?1",
                                   &walk.owners[BV_LAYOUT_MAX_OWNERS], error, "i", before->record.id)
         && walk_answers (&walk, error);
}

/**
 * bv_answers_count:
 * @library: a library
 * @campaign: a campaign's row
 * @before: a criterion as it is
 * @after: (nullable): what it is to be; %NULL: it goes
 * @consequences: what is found is added to it
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_answers_count (BvLibrary *library,
                  gint64 campaign,
                  const BvCriterion *before,
                  const BvCriterion *after,
                  BvConsequences *consequences,
                  GError **error)
{
  return walk_change (library, campaign, before, after, FALSE, consequences, error);
}

/**
 * bv_answers_allow:
 * @consequences: what was found
 * @mend: what was asked for
 * @error: return location for %BV_STORE_ERROR_LOSS
 *
 * Returns: %FALSE with @error set, which says what would be lost, where that was not asked for
 */
gboolean
bv_answers_allow (const BvConsequences *consequences, BvMend mend, GError **error)
{
  g_autofree char *loss = bv_consequences_write_loss (consequences);
  g_autofree char *excesses = NULL;

  if (loss != NULL && (mend & BV_MEND_DROP) == 0)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOSS, _ ("%s; nothing was changed"), loss);
  else if (consequences->n_above > 0 && (mend & BV_MEND_CUT) == 0)
    {
      excesses = bv_consequences_write_excesses (consequences, NAMED_MAX);
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOSS,
                   _ ("points that were given lie above the maximum: %s; nothing was changed"), excesses);
    }
  else
    return TRUE;
  return FALSE;
}

/**
 * bv_answers_mend:
 * @library: a library, in an action that has not written the criterion yet
 * @campaign: a campaign's row
 * @before: a criterion as it is
 * @after: what it is to be
 * @mend: what may be done to answers
 * @error: return location for a %BV_STORE_ERROR
 *
 * Brings the answers to @before to what @after takes.
 *
 * Returns: %FALSE with @error set on failure; %BV_STORE_ERROR_LOSS where more than @mend would be needed
 */
gboolean
bv_answers_mend (BvLibrary *library,
                 gint64 campaign,
                 const BvCriterion *before,
                 const BvCriterion *after,
                 BvMend mend,
                 GError **error)
{
  g_autoptr (BvConsequences) consequences = bv_consequences_new ();

  return walk_change (library, campaign, before, after, TRUE, consequences, error)
         && bv_answers_allow (consequences, mend, error);
}

/**
 * bv_answers_count_below:
 * @library: a library
 * @criterion: a criterion's row
 * @n: (out): the answers to it and to those below it
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_answers_count_below (BvLibrary *library, gint64 criterion, guint *n, GError **error)
{
  gint64 counted = 0;
  gboolean ok = bv_statement_read_number (
    library, BELOW "SELECT count(*) FROM assessment WHERE criterion IN (SELECT id FROM below)", &counted,
    error, "i", criterion);

  *n = counted;
  return ok;
}

/* Of a group that goes all, of one that changes its kind those of the other kind: ?2 is 1 where it takes
 * persons then, 0 where it takes none, null where it goes. */
#define MISPLACED \
  "n.\"group\" = ?1 AND (?2 IS NULL OR ?2 <> EXISTS (SELECT * FROM person p WHERE p.nominee = n.id))"

static gint64
get_kind (const BvGroup *after)
{
  return after != NULL ? after->kind == BV_GROUP_INDIVIDUAL : BV_NONE;
}

static gboolean
is_kept (const BvGroup *before, const BvGroup *after)
{
  return after != NULL && before->kind == after->kind;
}

/**
 * bv_answers_count_misplaced:
 * @library: a library
 * @before: a group as it is
 * @after: (nullable): what it is to be; %NULL: it goes
 * @consequences: what is found is added to it
 * @error: return location for a %BV_STORE_ERROR
 *
 * Counts the nominees for whom there is no place any more, and the answers that they have.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_answers_count_misplaced (BvLibrary *library,
                            const BvGroup *before,
                            const BvGroup *after,
                            BvConsequences *consequences,
                            GError **error)
{
  gint64 group = before->record.id;
  gint64 kind = get_kind (after);
  gint64 n_gone = 0;
  gint64 n_lost = 0;

  if (is_kept (before, after))
    return TRUE;
  if (!bv_statement_read_number (library, "SELECT count(*) FROM nominee n WHERE " MISPLACED, &n_gone, error,
                                 "ii", group, kind)
      || !bv_statement_read_number (
        library, "SELECT count(*) FROM assessment a JOIN nominee n ON n.id = a.nominee WHERE " MISPLACED,
        &n_lost, error, "ii", group, kind))
    return FALSE;
  consequences->n_gone += n_gone;
  consequences->n_lost += n_lost;
  consequences->n_kept -= MIN ((guint) n_lost, consequences->n_kept);
  return TRUE;
}

/**
 * bv_answers_drop_nominees:
 * @library: a library, in an action
 * @before: a group as it is
 * @after: (nullable): what it is to be; %NULL: it goes
 * @error: return location for a %BV_STORE_ERROR
 *
 * Removes those that bv_answers_count_misplaced() counts, with all that belongs to them.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_answers_drop_nominees (BvLibrary *library, const BvGroup *before, const BvGroup *after, GError **error)
{
  return is_kept (before, after)
         || bv_statement_run (
           library, "DELETE FROM nominee WHERE id IN (SELECT n.id FROM nominee n WHERE " MISPLACED ")", error,
           "ii", before->record.id, get_kind (after));
}
