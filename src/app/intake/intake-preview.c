/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/intake/intake-preview.h"

/**
 * bv_intake_preview_new:
 * @batch: what was handed over
 *
 * Returns: (transfer full): of which nothing was planned yet
 */
BvIntakePreview *
bv_intake_preview_new (BvIntakeBatch *batch)
{
  BvIntakePreview *intake = g_atomic_rc_box_new0 (BvIntakePreview);

  intake->batch = bv_intake_batch_ref (batch);
  return intake;
}

/**
 * bv_intake_preview_ref:
 * @intake: what is to become of files
 *
 * Returns: (transfer full): @intake
 */
BvIntakePreview *
bv_intake_preview_ref (BvIntakePreview *intake)
{
  return g_atomic_rc_box_acquire (intake);
}

/* What a thread gives back. */
typedef struct
{
  BvImportPlan *plan;
  BvIntakeBatch *batch;
} Held;

static gpointer
give_back (gpointer data)
{
  Held *held = data;

  g_clear_pointer (&held->plan, bv_import_plan_free);
  bv_intake_batch_unref (held->batch);
  g_free (held);
  return NULL;
}

/* The tables of hundreds of files are given back by a thread, not while the window waits. */
static void
clear_intake (gpointer data)
{
  BvIntakePreview *intake = data;
  const Held held = { intake->plan, intake->batch };

  g_clear_pointer (&intake->files, g_array_unref);
  g_clear_pointer (&intake->answers, g_ptr_array_unref);
  g_thread_unref (g_thread_new ("plan", give_back, g_memdup2 (&held, sizeof held)));
}

/**
 * bv_intake_preview_unref:
 * @intake: (transfer full): what is to become of files
 */
void
bv_intake_preview_unref (BvIntakePreview *intake)
{
  g_atomic_rc_box_release_full (intake, clear_intake);
}

/**
 * bv_intake_preview_get_last_action:
 * @session: a session
 *
 * Returns: the number of the last action of its journal; 0: none
 */
gint64
bv_intake_preview_get_last_action (BvSession *session)
{
  const BvAction *last = bv_session_get_last_action (session);

  return last != NULL ? last->id : 0;
}

/**
 * bv_intake_preview_is_stale:
 * @intake: what is to become of files
 * @session: a session
 *
 * Returns: whether something was done in the library since that was planned, or another campaign is shown
 */
gboolean
bv_intake_preview_is_stale (const BvIntakePreview *intake, BvSession *session)
{
  return intake->action != bv_intake_preview_get_last_action (session)
         || intake->campaign != bv_session_get_campaign (session);
}
