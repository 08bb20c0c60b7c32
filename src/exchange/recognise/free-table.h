/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/form-answers.h"

G_BEGIN_DECLS

/* What is counted of a vote: for, against, in writing, present, members. */
#define BV_N_FREE_VOTES 5

/* Room-private: a table that is no form, while a plan is made of it. */
typedef struct
{
  BvFormAnswers answers; /* of the group of the row that is taken */
  BvIntakePurpose purpose;
  GArray *rows;                  /* of BvIntakeRow */
  GHashTable *headers;           /* key of a group → BvHeader: the titles as its criteria explain them */
  const BvHeader *kept;          /* of those the one that belongs to the plan */
  GPtrArray *fitting;            /* of BvGroup: those whose criteria the titles name; empty: they name none */
  GHashTable *persons;           /* key of a group → BvPersonMatcher */
  const BvUnit *owner;           /* whose answer it is; NULL: not known */
  GPtrArray *owners;             /* of BvUnit: whose it may be */
  GArray *alike;                 /* of BvUnitCandidate: units that what names its owner is merely like */
  BvIntakeQuestion *asked_owner; /* whose it is; NULL: that is not asked yet */
  const char *points;            /* which points it has, as its words say it; NULL: they do not */
  char *layout;                  /* the same for tables with the same titles */
  gboolean is_said;              /* its columns are known otherwise than by titles that were found */
  guint votes[BV_N_FREE_VOTES];  /* the columns of what is counted; G_MAXUINT: it is not there */
} BvFreeTable;

/* A row while it is taken. */
typedef struct
{
  guint row;
  BvIntakeSubject subject;
  guint column;       /* where what is said of it is shown */
  const char *name;   /* who it is about */
  const BvUnit *unit; /* NULL: not known yet */
  const BvGroup *group;
} BvFreeRow;

guint bv_free_table_find_column (const BvFreeTable *table, BvIntakeField field);
char *bv_free_table_read (const BvFreeTable *table, guint row, BvIntakeField field);
void bv_free_table_ask (const BvFreeTable *table,
                        const BvFreeRow *row,
                        const BvIntakeQuestion *question,
                        const char *reason);
void bv_free_table_refuse (const BvFreeTable *table, const BvFreeRow *row, const char *reason);
void bv_free_table_leave_out (const BvFreeTable *table, guint row);
const char *bv_free_table_get_scope (const BvFreeTable *table);

/* Whose files and tables are. */
void bv_free_owner_find (BvFreeTable *table);
gboolean bv_free_owner_covers (const BvFreeTable *table, const BvUnit *unit);
gboolean bv_free_owner_need (BvFreeTable *table, const BvFreeRow *row);

/* Each of these asks where it does not know, and says %FALSE then. */
gboolean bv_free_unit_find (const BvFreeTable *table, BvFreeRow *row, const char *code, const char *text);
gboolean bv_free_group_find (BvFreeTable *table, BvFreeRow *row);
void bv_free_group_set (BvFreeTable *table, BvFreeRow *row, const BvGroup *group);
gboolean bv_free_subject_find (const BvFreeTable *table, BvFreeRow *row);
gboolean bv_free_points_find (BvFreeTable *table, const BvFreeRow *row, const char **field);

/* Titles of columns. */
void bv_free_columns_find (BvFreeTable *table);
BvHeaderRules *bv_free_columns_get_rules (const BvFreeTable *table, const BvGroup *group);
const BvHeader *bv_free_columns_get (BvFreeTable *table, const BvGroup *group);
void bv_free_columns_remark (const BvFreeTable *table);

/* Blocks that were pasted. */
const BvPaste *bv_free_table_get_paste (const BvFreeTable *table);
void bv_free_titles_supply (BvFreeTable *table);
GArray *bv_free_titles_list_rows (const BvFreeTable *table);
gboolean bv_free_votes_find (BvFreeTable *table, guint row);
void bv_free_votes_lay_out (BvFreeTable *table, guint first, guint n_columns);
void bv_free_votes_take (const BvFreeTable *table, const BvFreeRow *row, const BvFormPlace *place);

/* Rows. */
void bv_free_rows_take (BvFreeTable *table);
gboolean bv_free_rows_put_forward (const BvFreeTable *table);
gboolean bv_free_rows_take_turn (const BvFreeTable *table, const BvFreeRow *row, const BvNominee *nominee);
void bv_free_rows_note_new (const BvFreeTable *table, const BvFreeRow *row, const BvNominee *nominee);
void bv_free_rows_note_same (const BvFreeTable *table, const BvFreeRow *row, const BvNominee *nominee);
void bv_free_rows_take_common (BvFreeTable *table, const BvFreeRow *row, const BvFormPlace *place);
void bv_free_persons_take (BvFreeTable *table, BvFreeRow *row);

G_END_DECLS
