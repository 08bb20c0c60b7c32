/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is counted of a library. */
typedef enum
{
  BV_FAULT_COUNT_SCHEMA, /* the number of its last step */
  BV_FAULT_COUNT_CAMPAIGNS,
  BV_FAULT_COUNT_UNITS,
  BV_FAULT_COUNT_NOMINEES,
  BV_FAULT_COUNT_EVIDENCE,
  BV_FAULT_COUNT_ACTIONS,
  BV_FAULT_COUNT_BYTES, /* of the database */
  BV_N_FAULT_COUNTS,
} BvFaultCount;

/* A library of programs that is in use. */
typedef struct
{
  const char *name; /* static string */
  char *version;
} BvFaultLibrary;

/* Of how many rows of one entity an action speaks. */
typedef struct
{
  const char *entity; /* static string: its name in files */
  guint rows;
} BvFaultChange;

/* An action of the journal, without its label, which names who it is about. */
typedef struct
{
  gint64 time;      /* seconds since 1970 */
  const char *kind; /* static string: "do", "undo", "redo" */
  gint64 rows;
  GArray *changes; /* of BvFaultChange; empty where they are too many to be read */
} BvFaultAction;

/**
 * BvFaultReport:
 *
 * What is said of a fault to whoever mends the program. Nothing in it names a person, a unit or a file.
 */
typedef struct
{
  const char *version; /* static string: the program's */
  char *system;
  const char *architecture; /* static string: what the program was built for */
  char *display;            /* how GTK draws; NULL: there is no window */
  GPtrArray *libraries;     /* of BvFaultLibrary */
  gint64 counts[BV_N_FAULT_COUNTS];
  GPtrArray *actions;  /* of BvFaultAction, newest first */
  char *library_error; /* by bv_redaction_write(): why counts and actions are not known; NULL: they are */
  char *last_error;    /* by bv_redaction_write(); NULL: none */
} BvFaultReport;

BvFaultReport *bv_fault_report_new (void);
void bv_fault_report_free (BvFaultReport *report);
void bv_fault_report_add_library (BvFaultReport *report, const char *name, const char *version);
BvFaultAction *bv_fault_report_add_action (BvFaultReport *report);
void bv_fault_action_add_row (BvFaultAction *action, const char *entity);
const char *bv_fault_count_name (BvFaultCount count);
char *bv_fault_report_write (const BvFaultReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFaultReport, bv_fault_report_free)

G_END_DECLS
