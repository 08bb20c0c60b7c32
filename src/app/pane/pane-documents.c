/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/evidence/attach-job.h"
#include "app/evidence/evidence-dialog.h"
#include "app/evidence/evidence-link.h"
#include "app/evidence/evidence-state.h"
#include "app/evidence/open-job.h"
#include "app/pane/nominee-popover.h"
#include "app/pane/score-pane-private.h"
#include "app/pane/stored-popover.h"
#include "core/text/text.h"
#include "store/edit.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>

static const BvEvidence *
get_chosen (BvScorePane *self)
{
  const BvScorePaper *paper = bv_document_list_get_chosen (self->list);

  return paper != NULL ? paper->evidence : NULL;
}

static void
decide (BvScorePane *self, BvEvidenceState state)
{
  const BvEvidence *chosen = get_chosen (self);

  if (chosen != NULL)
    bv_evidence_state_set (self->session, chosen->record.id, state);
}

static void
accept_paper (GtkWidget *widget, const char *name, GVariant *parameter)
{
  decide (BV_SCORE_PANE (widget), BV_EVIDENCE_ACCEPTED);
}

static void
reject_paper (GtkWidget *widget, const char *name, GVariant *parameter)
{
  decide (BV_SCORE_PANE (widget), BV_EVIDENCE_REJECTED);
}

static void
open_paper (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvScorePane *self = BV_SCORE_PANE (widget);
  const BvEvidence *chosen = get_chosen (self);

  if (chosen != NULL && !bv_text_is_blank (chosen->sha256))
    g_object_unref (bv_open_job_start (self->session, chosen->sha256, chosen->file));
}

static BvAssessment *
read_assessment (BvScorePane *self, GError **error)
{
  return bv_edit_read_assessment (bv_session_get_library (self->session),
                                  bv_session_get_campaign (self->session), self->nominee, self->code, error);
}

static gboolean
write_assessment (BvScorePane *self, const BvAssessment *assessment, GError **error)
{
  return bv_edit_write_assessment (bv_session_get_library (self->session),
                                   bv_session_get_campaign (self->session), self->nominee, assessment, error);
}

static guint
find_link (const BvAssessment *assessment, const char *key)
{
  for (guint i = 0; i < assessment->evidence->len; i++)
    if (g_str_equal (((const BvEvidenceLink *) g_ptr_array_index (assessment->evidence, i))->evidence, key))
      return i;
  return G_MAXUINT;
}

/* A document that proves nothing else goes with it; both can be undone. */
static void
unlink_paper (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvScorePane *self = BV_SCORE_PANE (widget);
  const BvScorePaper *paper = bv_document_list_get_chosen (self->list);
  const BvLinkedPiece piece
    = paper != NULL ? (BvLinkedPiece){ paper->evidence->record.id, paper->evidence->key, paper->n_uses }
                    : (BvLinkedPiece){ 0 };
  g_autoptr (GError) error = NULL;

  if (paper != NULL && !bv_evidence_link_remove (self->session, self->nominee, self->code, &piece, &error))
    bv_session_report (self->session, error);
}

static void
show_particulars (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvScorePane *self = BV_SCORE_PANE (widget);
  const BvEvidence *chosen = get_chosen (self);

  if (chosen == NULL)
    return;
  if (self->particulars == NULL)
    {
      self->particulars = BV_EVIDENCE_POPOVER (bv_evidence_popover_new (self->session));
      gtk_widget_set_parent (GTK_WIDGET (self->particulars), self->papers);
    }
  bv_evidence_popover_show (self->particulars, GTK_WIDGET (self->list), chosen->record.id);
}

static gboolean
add_link (BvScorePane *self, const char *key, GError **error)
{
  g_autoptr (BvRecord) record = (BvRecord *) read_assessment (self, error);
  BvAssessment *assessment = (BvAssessment *) record;
  BvEvidenceLink *link;

  if (assessment == NULL)
    return FALSE;
  if (find_link (assessment, key) != G_MAXUINT)
    return TRUE;
  link = bv_record_new (&bv_evidence_link_entity);
  g_free (link->evidence);
  link->evidence = g_strdup (key);
  g_ptr_array_add (assessment->evidence, link);
  return write_assessment (self, assessment, error);
}

/* What is added is what one wants to see. */
static void
expect_another (BvScorePane *self)
{
  self->n_before = self->known != NULL ? self->known->papers->len : G_MAXUINT;
}

static void
picked_cb (BvScorePane *self, const char *key)
{
  g_autoptr (GError) error = NULL;

  expect_another (self);
  if (!add_link (self, key, &error))
    bv_session_report (self->session, error);
}

static void
link_cb (BvScorePane *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stored = bv_score_papers_list_stored (
    bv_session_get_library (self->session), bv_session_get_campaign (self->session), &error);

  if (stored == NULL)
    {
      bv_session_report (self->session, error);
      return;
    }
  if (self->linking == NULL)
    {
      self->linking = bv_stored_popover_new (self->link_button);
      g_signal_connect_object (self->linking, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
    }
  bv_stored_popover_ask (BV_STORED_POPOVER (self->linking), g_steal_pointer (&stored), self->known);
}

static void
add_cb (BvScorePane *self)
{
  bv_evidence_dialog_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, self->nominee,
                          self->code);
}

static void
users_cb (BvScorePane *self, GtkWidget *button)
{
  const BvEvidence *chosen = get_chosen (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nominees = NULL;
  graphene_rect_t bounds;

  if (chosen == NULL || !gtk_widget_compute_bounds (button, self->papers, &bounds))
    return;
  nominees
    = bv_score_papers_list_nominees (bv_session_get_library (self->session), chosen->record.id, &error);
  if (nominees == NULL)
    {
      bv_session_report (self->session, error);
      return;
    }
  if (self->users == NULL)
    self->users = bv_nominee_popover_new (self->papers);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->users),
                               &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                (int) bounds.size.width, (int) bounds.size.height });
  bv_nominee_popover_show (BV_NOMINEE_POPOVER (self->users), self->session, nominees);
}

static void
chosen_cb (BvScorePane *self)
{
  bv_score_pane_update_documents (self);
}

static void
opened_cb (BvScorePane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "paper.open", NULL);
}

static void
append_item (GMenu *menu, const char *title, const char *action, const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, action);

  if (key != NULL)
    g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();

  append_item (menu, _ ("Open"), "paper.open", "Return");
  append_item (menu, _ ("Accept the document"), "paper.accept", "<Control>Return");
  append_item (menu, _ ("Reject the document"), "paper.reject", "<Control>BackSpace");
  append_item (menu, _ ("Number, date, issuer…"), "paper.details", "F2");
  append_item (menu, _ ("Take it from this score"), "paper.unlink", "Delete");
  return G_MENU_MODEL (menu);
}

static void
menu_cb (BvScorePane *self, int x, int y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) menu = create_menu ();

      self->menu = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self->list));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
dropped_cb (BvScorePane *self, const GValue *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *item = list; item != NULL; item = item->next)
    g_ptr_array_add (files, g_object_ref (item->data));
  if (files->len == 0 || self->nominee == 0 || !bv_session_is_writable (self->session))
    return FALSE;
  expect_another (self);
  g_object_unref (bv_attach_job_start (self->session, self->nominee, self->code, files));
  return TRUE;
}

/**
 * bv_score_pane_install_documents:
 * @widget_class: the class of the pane
 *
 * Room-private: what can be done with the chosen document, and what its list asks for.
 */
void
bv_score_pane_install_documents (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "paper.accept", NULL, accept_paper);
  gtk_widget_class_install_action (widget_class, "paper.reject", NULL, reject_paper);
  gtk_widget_class_install_action (widget_class, "paper.open", NULL, open_paper);
  gtk_widget_class_install_action (widget_class, "paper.unlink", NULL, unlink_paper);
  gtk_widget_class_install_action (widget_class, "paper.details", NULL, show_particulars);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, users_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
}

/* Who chooses a document reads it without going there: pages and sizes are those of what is shown. */
static gboolean
key_cb (BvScorePane *self, guint keyval, guint keycode, GdkModifierType state)
{
  return gtk_widget_get_visible (self->paper) && bv_paper_view_take_key (self->paper_view, keyval, state);
}

/**
 * bv_score_pane_listen_to_documents:
 * @pane: a pane
 *
 * Room-private: files that are dropped on it prove the score that it shows, and the keys of the document that
 * is shown are those of the list, too.
 */
void
bv_score_pane_listen_to_documents (BvScorePane *pane)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), pane);
  gtk_widget_add_controller (GTK_WIDGET (pane), GTK_EVENT_CONTROLLER (target));
  /* Before the list turns its own pages. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), pane);
  gtk_widget_add_controller (GTK_WIDGET (pane->list), keys);
}

/* While the documents of another cell are read, the one of the last stays. */
static void
show_paper (BvScorePane *self, const BvEvidence *chosen)
{
  g_autofree char *path = NULL;

  if (self->known == NULL && self->nominee != 0)
    return;
  gtk_widget_set_visible (self->paper, chosen != NULL);
  if (chosen == NULL || bv_text_is_blank (chosen->sha256))
    {
      bv_paper_view_clear (self->paper_view);
      return;
    }
  path = bv_vault_get_path (bv_session_get_folder (self->session), chosen->sha256, chosen->file);
  bv_paper_view_show (self->paper_view, path, bv_evidence_name (chosen), self->name);
}

/**
 * bv_score_pane_update_documents:
 * @pane: a pane
 *
 * Room-private: another document is chosen, or none, or something else can be done with it.
 */
void
bv_score_pane_update_documents (BvScorePane *pane)
{
  static const char *const writing[] = { "paper.accept", "paper.reject", "paper.unlink" };
  const BvEvidence *chosen = get_chosen (pane);
  gboolean is_writable = pane->session != NULL && bv_session_is_writable (pane->session);

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (pane), writing[i], chosen != NULL && is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (pane), "paper.details", chosen != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (pane), "paper.open",
                                 chosen != NULL && !bv_text_is_blank (chosen->sha256));
  show_paper (pane, chosen);
  bv_twin_line_show (pane->twin_line, pane->nominee, chosen);
}

static void
close_popover (GtkWidget *popover)
{
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/**
 * bv_score_pane_close_popovers:
 * @pane: a pane
 *
 * Room-private: what was asked of one cell is not answered for another.
 */
void
bv_score_pane_close_popovers (BvScorePane *pane)
{
  close_popover (pane->menu);
  close_popover (pane->linking);
  close_popover (pane->users);
  close_popover (pane->history);
  close_popover ((GtkWidget *) pane->particulars);
}
