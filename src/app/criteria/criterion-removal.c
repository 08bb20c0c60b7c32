/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/criteria/criterion-removal.h"

#include "app/rules/loss-question.h"
#include "core/text/text.h"
#include "core/tree/criterion-tree.h"
#include "store/edit.h"
#include "store/tree/consequence-reader.h"

#include <glib/gi18n-lib.h>

/* What is to be removed. */
typedef struct
{
  BvSession *session;
  const BvEntity *entity;
  gint64 id;
} Removal;

static void
removal_free (gpointer data)
{
  g_object_unref (((Removal *) data)->session);
  g_free (data);
}

static void
remove_all (gpointer data)
{
  const Removal *removal = data;
  g_autoptr (GError) error = NULL;

  if (!bv_edit_remove_mending (bv_session_get_library (removal->session),
                               bv_session_get_campaign (removal->session), removal->entity, removal->id,
                               BV_MEND_DROP, &error))
    bv_session_report (removal->session, error);
}

static const BvRecord *
find_record (const GPtrArray *groups, gint64 id)
{
  const BvGroup *group = bv_criterion_tree_find_group (groups, id);

  return group != NULL ? &group->record : (const BvRecord *) bv_criterion_tree_find (groups, id);
}

static void
ask (GtkWindow *parent, const BvConsequences *consequences, const BvRecord *record, Removal *removal)
{
  gboolean is_group = record->entity == &bv_group_entity;
  g_autofree char *title = is_group ? g_strdup (((const BvGroup *) record)->name)
                                    : bv_text_phrase (((const BvCriterion *) record)->title);
  g_autofree char *question = g_strdup_printf (_ ("Remove “%s”?"), title);

  bv_loss_question_ask (parent, consequences,
                        &(BvLossQuestionWords){ is_group ? _ ("Remove a group") : _ ("Remove a criterion"),
                                                question, _ ("Remove") },
                        remove_all, removal, removal_free);
}

/**
 * bv_criterion_removal_start:
 * @parent: the window
 * @session: its session, with a campaign
 * @id: the row of a group or of a criterion
 *
 * Removes it with all that stands below it; where answers or nominees go too it asks before.
 */
void
bv_criterion_removal_start (GtkWindow *parent, BvSession *session, gint64 id)
{
  const BvRecord *record = find_record (bv_session_get_head (session)->groups, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvConsequences) consequences = NULL;
  Removal *removal;

  if (record == NULL)
    return;
  consequences = bv_consequences_read_removal (bv_session_get_library (session),
                                               bv_session_get_campaign (session), record->entity, id, &error);
  if (consequences == NULL)
    {
      bv_session_report (session, error);
      return;
    }
  removal = g_new (Removal, 1);
  *removal = (Removal){ g_object_ref (session), record->entity, id };
  if (!bv_consequences_are_harmless (consequences))
    {
      ask (parent, consequences, record, removal);
      return;
    }
  remove_all (removal);
  removal_free (removal);
}
