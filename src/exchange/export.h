/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/workbook.h"
#include "store/library.h"

G_BEGIN_DECLS

#define BV_EXPORT_ERROR (bv_export_error_quark ())
GQuark bv_export_error_quark (void);

typedef enum
{
  BV_EXPORT_ERROR_OBSTACLES, /* what stands in the way, one line each */
} BvExportError;

/**
 * BvExport:
 *
 * A proposal whose workbook is written but has no name yet.
 */
typedef struct
{
  gint64 campaign;
  gint64 date;
  char *path;
  char *written; /* beside @path; NULL: it has its name */
  char *seal;    /* NULL: a draft */
  char *reason;  /* NULL: none was needed */
} BvExport;

char *bv_export_suggest_name (const BvCampaign *campaign, gboolean draft);
BvProposal *bv_export_read_proposal (BvLibrary *library,
                                     gint64 campaign,
                                     gint64 date,
                                     BvCampaign **whole,
                                     GError **error);
gboolean bv_export_check_wish (BvLibrary *library, const char *reason, const char *path, GError **error);
gboolean bv_export_seal (BvProposal *proposal, const char *reason, GError **error);
BvExport *bv_export_new (BvLibrary *library,
                         gint64 campaign,
                         gint64 date,
                         gboolean draft,
                         const char *reason,
                         const char *path,
                         BvProgressFunc progress,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error);
gboolean bv_export_publish (BvExport *export, BvLibrary *library, GError **error);
void bv_export_free (BvExport *export);
char *bv_export_proposal (BvLibrary *library,
                          gint64 campaign,
                          gint64 date,
                          gboolean draft,
                          const char *reason,
                          const char *path,
                          BvProgressFunc progress,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvExport, bv_export_free)

G_END_DECLS
