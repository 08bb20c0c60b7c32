/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "core/identity.h"

G_BEGIN_DECLS

/**
 * BvSameFindings:
 *
 * What is the same twice in the campaign that is shown, looked for in a thread: an edit does not wait for it.
 */
typedef struct _BvSameFindings BvSameFindings;

/* Called when something else is known. */
typedef void (*BvSameFindingsFunc) (gpointer data);

BvSameFindings *bv_same_findings_new (BvSameFindingsFunc found, gpointer data);
void bv_same_findings_free (BvSameFindings *findings);
void bv_same_findings_take_changes (BvSameFindings *findings, BvSession *session, const BvChanges *changes);
void bv_same_findings_look (BvSameFindings *findings, BvSession *session);
void bv_same_findings_stop (BvSameFindings *findings);
gboolean bv_same_findings_is_busy (const BvSameFindings *findings);
const BvIdentity *bv_same_findings_get_identity (const BvSameFindings *findings);
guint bv_same_findings_get_serial (const BvSameFindings *findings);
const GPtrArray *bv_same_findings_list (const BvSameFindings *findings, gint64 nominee);
guint bv_same_findings_count_open (const BvSameFindings *findings, gint64 nominee);

G_END_DECLS
