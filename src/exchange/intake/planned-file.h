/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/intake/intake-question.h"
#include "core/intake/intake-rows.h"
#include "core/intake/match/unit-match.h"
#include "core/nominee.h"
#include "exchange/intake/intake-file.h"
#include "exchange/intake/intake-origin.h"
#include "exchange/intake/read-files.h"
#include "exchange/paste/paste.h"

G_BEGIN_DECLS

/* What is to become of something that a file says. */
typedef enum
{
  BV_PLANNED_NEW,
  BV_PLANNED_CHANGED,
  BV_PLANNED_SAME,
  BV_PLANNED_CONFLICT, /* it was changed here too, since the form went out */
  BV_PLANNED_ASKED,    /* who or what is meant is not certain */
  BV_PLANNED_REFUSED,
  BV_N_PLANNED_STATES,
} BvPlannedState;

/* One value, or a row as such. */
typedef struct
{
  BvPlannedState state;
  guint sheet; /* of the file */
  guint row;   /* from 0 */
  guint column;
  char *subject;     /* who it is about, as people read it */
  char *nominee;     /* a key; NULL: none is known */
  char *criterion;   /* a code; NULL: none */
  const char *field; /* as in files; NULL: the row */
  char *was;         /* when the form went out, as in files; NULL: nothing, or it is no form */
  char *before;      /* as in files; NULL: nothing */
  char *after;       /* the same, or what stands in the cell where it is none */
  char *reason;      /* translated, for who has to do something; NULL: nothing has to be done */
  const BvIntakeQuestion *question; /* whose answer it waits for; NULL: of none */
} BvPlannedValue;

/* A document that a file names. */
typedef struct
{
  guint sheet;
  guint row;
  guint column;
  char *nominee;   /* a key */
  char *criterion; /* a code; NULL: of all leaves of the nominee */
  char *name;      /* its number, or the name of its file */
} BvPlannedDocument;

/* A row that says nothing to be taken in. */
typedef struct
{
  guint sheet;
  guint row;
  BvIntakeRowKind kind;
} BvPlannedRest;

/* A table of a file, as it was understood. */
typedef struct
{
  guint sheet;
  BvHeader *header;
  BvIntakePurpose purpose;
} BvPlannedTable;

/* Where a question came up first in a file. */
typedef struct
{
  const BvIntakeQuestion *question;
  guint sheet;
  guint row;
  guint column;
  guint n_places; /* in all of the file */
} BvPlannedQuestion;

/* What is to become of a file, or of a block that was pasted. */
typedef struct
{
  BvIntakeFile *file; /* one of those that were read, of a block its own; NULL: it could not be read */
  char *path;
  BvIntakeOrigin *origin; /* NULL: it came by itself */
  char *name;             /* as people know it */
  char *sha256;           /* of what was read; NULL: it could not be */
  GError *failure;        /* why it was not; NULL: it was */
  BvPaste *paste;         /* where its cells go; NULL: it is a file */
  guint n_rows;           /* of the cells that were pasted */
  guint n_columns;
  char *unit;           /* the code of whose answer it is; NULL: not known */
  guint n_unknown;      /* names in it that are known nowhere, of rows and of workplaces */
  GHashTable *unknown;  /* of char *: those of workplaces; NULL: none yet */
  gboolean is_cut;      /* there were so many that the rest is not taken in, which was said */
  gboolean is_held;     /* nothing of it is written, as something in it waits */
  GPtrArray *values;    /* of BvPlannedValue */
  GPtrArray *documents; /* of BvPlannedDocument */
  GArray *rest;         /* of BvPlannedRest */
  GPtrArray *remarks;   /* translated: what else somebody has to look at */
  GPtrArray *notices;   /* translated: what was left out or converted, and needs nobody */
  GPtrArray *tables;    /* of BvPlannedTable */
  GArray *questions;    /* of BvPlannedQuestion: those without an answer */
  GHashTable *doubts;   /* sheet and row → BvIntakeQuestion: whether its texts are what they seem */
} BvPlannedFile;

/* What a file did to a plan, while that can be taken back. */
typedef struct _BvPlanMark BvPlanMark;

/**
 * BvImportPlan:
 *
 * What is to become of files that came back, before anything is written.
 */
typedef struct
{
  BvCampaign *campaign; /* as it is now */
  GPtrArray *files;     /* of BvPlannedFile, in the order in which they are taken */
  GHashTable *after;    /* key → BvNominee: those that will be otherwise */
  GPtrArray *added;     /* of BvNominee in @after: those that will be new, in the order of the files */
  GHashTable *said;  /* BvPlannedValue: the first, or chosen, that says something of a field, by its place */
  GHashTable *units; /* code → BvUnit */
  GHashTable *evidence; /* key → BvEvidence */
  GPtrArray *registry;  /* of BvUnit: all units of all times; NULL: those of the campaign */
  BvUnitMatcher *matcher;
  BvIntakeQuestions *questions;
  GHashTable *rules;     /* key of a group → BvHeaderRules: what titles mean there; made where needed */
  GPtrArray *enclosures; /* of BvPlannedEnclosure: files that may be evidence */
  BvReadFiles *read;     /* where its files come from */
  GHashTable *names;     /* path → what people call the file that lies there */
  gboolean takes_whole;  /* of a file in which something waits nothing is written */
  BvPlanMark *mark;      /* NULL: what is planned now stays */
  BvPlannedFile *asked_files; /* of which is asked what they prove; row: its place in @enclosures */
} BvImportPlan;

void bv_planned_value_free (gpointer data);
void bv_planned_document_free (gpointer data);
BvPlannedFile *bv_planned_file_new (const char *path);
BvPlannedFile *bv_planned_file_new_named (const char *path, const char *name);
void bv_planned_file_free (gpointer data);
char *bv_planned_file_write_name (const BvPlannedFile *file);
BvHeader *
bv_planned_file_add_table (BvPlannedFile *file, guint sheet, BvHeader *header, BvIntakePurpose purpose);
guint bv_planned_file_count (const BvPlannedFile *file, BvPlannedState state);
guint bv_planned_file_count_taken (const BvPlannedFile *file);
guint bv_planned_file_count_columns (const BvPlannedFile *file);
gboolean bv_planned_file_waits (const BvPlannedFile *file);
void bv_planned_file_note_question (BvPlannedFile *file,
                                    const BvIntakeQuestion *question,
                                    guint sheet,
                                    guint row,
                                    guint column);
void bv_planned_file_doubt (BvPlannedFile *file, guint sheet, guint row, const BvIntakeQuestion *question);
const BvIntakeQuestion *bv_planned_file_get_doubt (const BvPlannedFile *file, guint sheet, guint row);
char *bv_planned_value_write_place (const BvPlannedFile *file, const BvPlannedValue *value);
const char *bv_planned_state_get_name (BvPlannedState state);

G_END_DECLS
