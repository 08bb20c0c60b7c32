/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cell-state.h"
#include "core/proposal.h"

G_BEGIN_DECLS

/* Which nominees are looked for: those of which something is so. */
typedef enum
{
  BV_OVERVIEW_ALL = 0,
  BV_OVERVIEW_SILENT = 1 << 0,   /* nothing came */
  BV_OVERVIEW_MISSING = 1 << 1,  /* a cell is missing, and was due */
  BV_OVERVIEW_LATE = 1 << 2,     /* a report was */
  BV_OVERVIEW_UNPROVEN = 1 << 3, /* evidence is missing */
  BV_OVERVIEW_WAITING = 1 << 4,  /* a cell waits for somebody who verifies it */
  BV_OVERVIEW_RETURNED = 1 << 5, /* a cell was */
  BV_OVERVIEW_AWAITING = 1 << 6, /* a result awaits publication */
  BV_OVERVIEW_TO_DO = 1 << 7,    /* anything but what is late or awaits publication */
} BvOverviewSought;

#define BV_OVERVIEW_N_SOUGHT 8

/* Of one nominee. */
typedef struct
{
  guint16 n_to_do; /* cells */
  guint16 n_missing;
  guint16 n_returned;
  guint16 n_waiting;
  guint8 is;        /* BvOverviewSought, all that are so */
  guint8 withdrawn; /* counted nowhere */
} BvOverviewRow;

/* Of a group, or of all. */
typedef struct
{
  guint n_nominees;
  guint rows[BV_OVERVIEW_N_SOUGHT]; /* nominees, by the number of the bit of BvOverviewSought */
  guint cells[BV_N_CELL_STATES];
  guint n_unproven; /* cells */
  guint n_waiting;  /* cells that somebody is to verify, whatever else is to be said of them */
  guint n_evidence; /* pieces that were linked */
} BvOverviewGroup;

/**
 * BvOverview:
 *
 * How far a campaign has come: what is missing, and of whom.
 */
typedef struct
{
  GArray *rows;   /* of BvOverviewRow, as the contest's entrants */
  GArray *groups; /* of BvOverviewGroup, as the contest's groups */
  BvOverviewGroup all;
} BvOverview;

BvOverview *bv_overview_new (const BvProposal *proposal, gint64 today);
void bv_overview_free (BvOverview *overview);
guint bv_overview_count (const BvOverviewGroup *group, BvOverviewSought sought);
int bv_overview_find_share (const BvOverviewGroup *group);
GArray *
bv_overview_list (const BvOverview *overview, const BvContest *contest, guint group, BvOverviewSought sought);

#define bv_overview_row(overview, i) (&g_array_index ((overview)->rows, BvOverviewRow, (i)))
#define bv_overview_group(overview, i) (&g_array_index ((overview)->groups, BvOverviewGroup, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvOverview, bv_overview_free)

G_END_DECLS
