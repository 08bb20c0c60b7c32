/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sealed/sealed-dump.h"
#include "exchange/workbook/workbook.h"
#include "store/library.h"

G_BEGIN_DECLS

#define BV_EXPORT_ERROR (bv_export_error_quark ())
GQuark bv_export_error_quark (void);

typedef enum
{
  BV_EXPORT_ERROR_OBSTACLES, /* what stands in the way, one line each */
  BV_EXPORT_ERROR_CHANGED,   /* it is not what was confirmed */
} BvExportError;

/* The proposal that is wanted. */
typedef struct
{
  gint64 campaign;    /* a campaign's row */
  gint64 date;        /* the ranking's */
  gboolean draft;     /* unsealed and marked DỰ THẢO */
  const char *reason; /* why it is sealed now, where that is needed; NULL: none */
  gboolean alone;     /* no paper is made of it beside the workbook */
  guint sealing;      /* the number of the sealing that is written again, whatever the rest says; 0: none */
  const char *confirmed; /* of bv_seal_inquiry_tell_state(), as somebody saw it; NULL: nobody was asked */
} BvProposalRequest;

/**
 * BvExport:
 *
 * A proposal whose file is written but has no name yet.
 */
typedef struct
{
  gint64 campaign;
  BvProposal *proposal; /* without a seal: a draft */
  BvSealedDump *dump;   /* what is sealed now; NULL: nothing */
  char *path;
  char *written; /* beside @path; NULL: it has its name, or is not written yet */
  char **listed; /* what was found and does not keep it from being sealed; NULL: a draft */
  guint n_cut;   /* texts that are longer than a cell of the workbook can be */
} BvExport;

char *bv_export_suggest_name (const BvCampaign *campaign, gboolean draft);
gboolean bv_export_check_request (BvLibrary *library, const char *reason, const char *path, GError **error);
BvExport *
bv_export_begin (BvLibrary *library, const BvProposalRequest *request, const char *path, GError **error);
BvExport *bv_export_new (BvLibrary *library,
                         const BvProposalRequest *request,
                         const char *path,
                         const BvProgress *progress,
                         GError **error);
gboolean bv_export_write (BvExport *export, BvLibrary *library, const BvProgress *progress, GError **error);
gboolean bv_export_publish (BvExport *export, BvLibrary *library, GError **error);
char *bv_export_describe_cut (guint n_cut);
char *bv_export_add_remark (const BvExport *export, char *message);
void bv_export_free (BvExport *export);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvExport, bv_export_free)

G_END_DECLS
