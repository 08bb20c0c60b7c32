/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominees/nominee-removal.h"

#include "app/form/removal.h"
#include "core/nominee.h"
#include "store/edit.h"

#include <glib/gi18n-lib.h>

/* Answers, or what the office gave for them; of what cannot be read it is not known. */
static gboolean
has_scores (BvSession *session, gint64 id)
{
  g_autoptr (BvRecord) record = bv_edit_read (bv_session_get_library (session), &bv_nominee_entity, id, NULL);
  const BvNominee *nominee = (const BvNominee *) record;

  return nominee == NULL || nominee->assessments->len > 0 || bv_nominee_has_answer (nominee);
}

static void
ask (GtkWindow *parent, BvSession *session, gint64 nominee, const char *name)
{
  g_autofree char *question = g_strdup_printf (_ ("Remove %s from the campaign?"), name);

  bv_removal_ask (
    parent, session, &bv_nominee_entity, nominee,
    &(BvRemovalWords){ _ ("Remove a nominee"), question,
                       _ ("The scores and the links to evidence go too. Undo brings all back.") });
}

/**
 * bv_nominee_removal_start:
 * @parent: the window
 * @session: its session, with a campaign
 * @nominee: a nominee's row
 * @name: who that is
 *
 * Removes a nominee; asks before where answers or scores go with it. The window shows what goes wrong.
 */
void
bv_nominee_removal_start (GtkWindow *parent, BvSession *session, gint64 nominee, const char *name)
{
  if (has_scores (session, nominee))
    ask (parent, session, nominee, name);
  else
    bv_removal_do (session, &bv_nominee_entity, nominee);
}
