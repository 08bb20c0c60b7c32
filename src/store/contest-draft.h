/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/contest.h"
#include "store/library.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Room-private: the packed arrays of a contest while they are filled from the tables.
 *
 * A scope is that of the campaign ?1, or of the nominee ?1. The tables are walked nominee by nominee, so that
 * the campaigns of other years cost nothing, and in the order of the rows, so that each page is read once:
 * hence no index of the nominees. SQLite sorts nothing for that order but the holds. But where most nominees
 * of the library are of the campaign, it is faster to walk a table from end to end and to pass over the
 * others. */
#define BV_CONTEST_OF_ALL(columns, table, order) \
  "SELECT " columns " FROM " table " t WHERE ?1 ORDER BY t.nominee, " order
#define BV_CONTEST_OF_CAMPAIGN(columns, table, order)                                         \
  "SELECT " columns " FROM nominee n NOT INDEXED CROSS JOIN " table " t ON t.nominee = n.id " \
  "WHERE n.campaign = ?1 ORDER BY n.id, " order
#define BV_CONTEST_OF_ONE(columns, table, order) \
  "SELECT " columns " FROM " table " t WHERE t.nominee = ?1 ORDER BY " order
#define BV_CONTEST_OF_EACH(columns, table, order)                                              \
  {                                                                                            \
    BV_CONTEST_OF_ALL (columns, table, order), BV_CONTEST_OF_CAMPAIGN (columns, table, order), \
      BV_CONTEST_OF_ONE (columns, table, order),                                               \
  }

/* A leaf of a group by its row; a nominee's rows come in that order. */
typedef struct
{
  gint64 id;
  guint index;
} BvContestLeaf;

/* A nominee, its place in the file, and what of it stands where in the contest. */
typedef struct
{
  gint64 id;
  gint64 ordinal;
  guint group;
  guint entrant;
  guint first_mark;
} BvContestNominee;

/* Fills the packed arrays of a contest. */
typedef struct
{
  BvLibrary *library;
  BvContest *contest;
  GHashTable *groups;   /* id → index + 1 */
  GArray **leaves;      /* of BvContestLeaf, by group, sorted */
  GArray *nominees;     /* of BvContestNominee, sorted by id: every query comes in that order */
  guint at;             /* the one whose rows are being read */
  guint leaf;           /* its leaf whose rows are being read: place in leaves */
  GHashTable *rejected; /* set of ids of evidence */
} BvContestDraft;

typedef void (*BvContestRowFunc) (BvContestDraft *filling, sqlite3_stmt *statement);

typedef enum
{
  BV_CONTEST_SCOPE_ALL, /* also the nominees of other campaigns, which are passed over */
  BV_CONTEST_SCOPE_CAMPAIGN,
  BV_CONTEST_SCOPE_ONE,
  BV_N_CONTEST_SCOPES
} BvContestScope;

void bv_contest_draft_init (BvContestDraft *filling, BvLibrary *library, BvContest *contest);
void bv_contest_draft_clear (BvContestDraft *filling);
void bv_contest_draft_index_groups (BvContestDraft *filling);
guint bv_contest_draft_find_group (const BvContestDraft *filling, gint64 id);
int bv_contest_draft_compare (gconstpointer a, gconstpointer b);
void bv_contest_draft_go_to (BvContestDraft *filling, gint64 id);
const BvContestNominee *bv_contest_draft_find_nominee (BvContestDraft *filling, gint64 id);
BvEntrant *bv_contest_draft_find_entrant (BvContestDraft *filling, gint64 id);
gint64 bv_contest_draft_read_number (BvContestDraft *filling,
                                     sqlite3_stmt *row,
                                     int column,
                                     gint64 most,
                                     const char *table);
gint64 bv_contest_draft_read_count (BvContestDraft *filling,
                                    sqlite3_stmt *row,
                                    int column,
                                    gint64 most,
                                    const char *table);
gboolean bv_contest_draft_each_row (BvContestDraft *filling,
                                    const char *sql,
                                    gint64 parameter,
                                    BvContestRowFunc func,
                                    GError **error);
gboolean bv_contest_draft_each_row_of_all (BvContestDraft *filling,
                                           const char *sql,
                                           gint64 campaign,
                                           BvContestRowFunc func,
                                           GError **error);

G_END_DECLS
