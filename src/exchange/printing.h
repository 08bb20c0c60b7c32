/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/progress.h"
#include "print/paper.h"
#include "store/library.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the library has, on paper: the proposal is read, one paper of it is composed, and what belongs to the
 * proposal says DỰ THẢO on every page until the data are sealed. */

gboolean bv_printing_find_seal (BvLibrary *library, gint64 campaign, BvProposal *proposal, GError **error);
BvDocument *bv_printing_compose_proposal (BvPaperId paper,
                                          const BvProposal *proposal,
                                          const BvPaperScope *scope,
                                          GError **error);
BvDocument *bv_printing_compose (BvLibrary *library,
                                 gint64 campaign,
                                 gint64 date,
                                 BvPaperId paper,
                                 const BvPaperScope *scope,
                                 GError **error);
gboolean bv_printing_is_editable (const char *path);
gboolean bv_printing_write (BvLibrary *library,
                            gint64 campaign,
                            gint64 date,
                            BvPaperId paper,
                            const BvPaperScope *scope,
                            const char *path,
                            guint *n_pages,
                            BvProgressFunc progress,
                            gpointer data,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
