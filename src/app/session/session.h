/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/work.h"
#include "app/session/writer.h"
#include "core/proposal.h"
#include "store/journal.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BV_TYPE_SESSION (bv_session_get_type ())
G_DECLARE_FINAL_TYPE (BvSession, bv_session, BV, SESSION, GObject)

BvSession *bv_session_new (BvLibrary *library);
BvLibrary *bv_session_get_library (BvSession *session);
const char *bv_session_get_folder (BvSession *session);

void bv_session_set_campaign (BvSession *session, gint64 campaign);
void bv_session_show_newest (BvSession *session);
gint64 bv_session_get_campaign (BvSession *session);
const BvCampaign *bv_session_get_head (BvSession *session);
const BvGroup *bv_session_find_group (BvSession *session, gint64 id);
gint64 bv_session_get_date (BvSession *session);

const BvProposal *bv_session_get_proposal (BvSession *session);
guint bv_session_find_entrant (BvSession *session, gint64 nominee);
void bv_session_rank (BvSession *session);
gboolean bv_session_is_busy (BvSession *session);

gboolean bv_session_check_file (BvSession *session, GFile *file);
void bv_session_report (BvSession *session, const GError *error);
BvWork *bv_session_begin_work (BvSession *session, const char *label);

void bv_session_announce_backup (BvSession *session);

char *bv_session_get_undo_label (BvSession *session);
char *bv_session_get_redo_label (BvSession *session);
const BvAction *bv_session_get_last_action (BvSession *session);
void bv_session_take_changes (BvSession *session, const BvChanges *changes);
BvLibrary *bv_session_lend (BvSession *session, GError **error);
void bv_session_take_back (BvSession *session);
gboolean bv_session_is_writable (BvSession *session);
gboolean bv_session_is_read_only (BvSession *session);
void bv_session_set_reason (BvSession *session, const char *reason);
const char *bv_session_explain_read_only (BvSession *session);
void bv_session_when_writable (BvSession *session, BvWriterFunc func, gpointer data);

G_END_DECLS
