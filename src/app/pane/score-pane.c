/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pane/score-pane.h"

#include "app/form/read-only.h"
#include "app/page/details-layout.h"
#include "app/page/page-feed.h"
#include "app/pane/score-pane-private.h"
#include "app/score-tools/score-history.h"
#include "core/text/text.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/* More of what was written of a score is cut. */
#define MOST_CHARS 200

/**
 * BvScorePane:
 *
 * What stands beside the sheet of scores: the cell with its numbers and what is done with it, and the
 * documents that prove it. Its numbers are those that the sheet has; what was written of the cell and its
 * documents are read when nothing else is to be done. `stepped` asks for the cell so many rows further.
 */
G_DEFINE_FINAL_TYPE (BvScorePane, bv_score_pane, GTK_TYPE_WIDGET)

/* The beginning of a long text; the tooltip has all of it. */
static void
show_text (GtkLabel *label, char *text)
{
  gboolean has_text = text != NULL && !bv_text_is_blank (text);
  gboolean is_long = has_text && g_utf8_strlen (text, -1) > MOST_CHARS;
  g_autofree char *beginning = is_long ? g_utf8_substring (text, 0, MOST_CHARS) : NULL;
  g_autofree char *cut = is_long ? g_strconcat (beginning, "…", NULL) : NULL;

  gtk_label_set_label (label, is_long ? cut : has_text ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), has_text ? text : NULL);
  gtk_widget_set_visible (GTK_WIDGET (label), has_text);
  g_free (text);
}

/* What was written of the cell: by the nominee, and by who returned it. */
static void
show_words (BvScorePane *self)
{
  const BvScorePapers *known = self->known;
  gboolean has_explanation = known != NULL && !bv_text_is_blank (known->explanation);
  gboolean has_note = known != NULL && !bv_text_is_blank (known->note);

  show_text (self->explanation_label,
             /* Translators: what a nominee writes of a score. */
             has_explanation ? g_strdup_printf (_ ("Explanation: %s"), known->explanation) : NULL);
  show_text (self->note_label,
             /* Translators: what was written of a score, as when it was returned. */
             has_note ? g_strdup_printf (_ ("Note: %s"), known->note) : NULL);
}

static void
show_count (BvScorePane *self)
{
  gboolean has_none = self->known != NULL && self->known->papers->len == 0;
  g_autofree char *wanted
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "No document yet: %u is asked for",
                                    "No document yet: %u are asked for", (guint) MAX (self->wanted, 0)),
                       (guint) MAX (self->wanted, 0));

  gtk_label_set_label (self->nothing_label, self->wanted > 0 ? wanted : _ ("No document"));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_label), has_none);
}

/* A cell whose documents are not read yet shows none, rather than those of another. */
static void
take_papers (BvScorePane *self, BvScorePapers *papers)
{
  bv_document_list_show (self->list, papers != NULL ? papers->papers : NULL);
  bv_score_papers_free (self->known);
  self->known = papers;
  show_words (self);
  show_count (self);
  bv_score_pane_update_documents (self);
}

static gboolean
load_cb (gpointer data)
{
  BvScorePane *self = data;
  g_autoptr (GError) error = NULL;
  BvScorePapers *papers;

  self->source = 0;
  self->is_stale = FALSE;
  papers
    = bv_score_papers_read (bv_session_get_library (self->session), self->nominee, self->criterion, &error);
  if (papers == NULL)
    bv_session_report (self->session, error);
  take_papers (self, papers);
  /* Rather than that of another cell. */
  if (papers == NULL)
    gtk_widget_set_visible (self->paper, FALSE);
  if (papers != NULL && papers->papers->len > self->n_before)
    {
      self->n_before = G_MAXUINT;
      bv_document_list_choose_last (self->list);
    }
  if (self->had_focus)
    bv_score_pane_focus_document (self);
  self->had_focus = FALSE;
  return G_SOURCE_REMOVE;
}

/* Who runs over the sheet with the arrow keys does not wait for the documents of every cell; of what is not
 * seen none are read. */
static void
load_later (BvScorePane *self)
{
  self->is_stale = self->nominee != 0;
  if (self->is_stale && self->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_idle_add (load_cb, self);
}

/* Room-private: its documents may be others now. */
void
bv_score_pane_reload (BvScorePane *pane)
{
  load_later (pane);
}

static void
refresh_cb (gpointer pane, const BvChanges *changes)
{
  bv_score_pane_reload (pane);
  bv_twin_line_take_changes (BV_SCORE_PANE (pane)->twin_line, changes);
  if (BV_SCORE_PANE (pane)->particulars != NULL)
    bv_evidence_popover_refresh (BV_SCORE_PANE (pane)->particulars);
}

static void
ranked_cb (gpointer pane)
{
  bv_twin_line_look (BV_SCORE_PANE (pane)->twin_line);
}

static void
writable_changed_cb (BvScorePane *self)
{
  const char *reason = bv_session_explain_read_only (self->session);

  bv_read_only_set (self->add_button, reason);
  bv_read_only_set (self->link_button, reason);
  bv_score_pane_update_documents (self);
}

static void
show_nothing (BvScorePane *self)
{
  self->nominee = 0;
  g_clear_handle_id (&self->source, g_source_remove);
  take_papers (self, NULL);
  gtk_widget_set_visible (self->head, FALSE);
  gtk_widget_set_visible (self->papers, FALSE);
  gtk_widget_set_visible (self->paper, FALSE);
  bv_score_pane_close_popovers (self);
}

static char *
write_points (gint64 points)
{
  return points != BV_NONE ? bv_wording_points (points) : g_strdup ("–");
}

/* What the button does, as the keys do it: it names the points that will count. */
static char *
write_offer (const BvScoreCell *cell, gboolean single)
{
  gint64 points = cell->points == BV_NONE && cell->is_typed ? cell->self : cell->points;
  g_autofree char *text = write_points (points);

  if (!single)
    return g_strdup (_ ("Accept what is selected"));
  if (cell->state == BV_CELL_ACCEPTED || cell->state == BV_CELL_LATE)
    return g_strdup (_ ("Go to the next that waits"));
  /* Translators: points. */
  return points != BV_NONE ? g_strdup_printf (_ ("Accept %s"), text) : g_strdup (_ ("Accept"));
}

static void
show_numbers (BvScorePane *self, const BvScoreCell *cell, gboolean single)
{
  gint64 points = cell->final != BV_NONE ? cell->final : cell->verified;
  g_autofree char *max = bv_wording_points (cell->leaf->max);
  /* Translators: the maximum of a criterion. */
  g_autofree char *most = g_strdup_printf (_ ("at most %s"), max);
  g_autofree char *self_text = write_points (cell->self);
  g_autofree char *verified = write_points (cell->is_computed ? cell->points : points);
  g_autofree char *offer = write_offer (cell, single);

  gtk_label_set_label (self->max_label, most);
  gtk_label_set_label (self->self_label, self_text);
  gtk_label_set_label (self->verified_title, cell->is_computed        ? C_ ("pane", "Computed")
                                             : cell->final != BV_NONE ? C_ ("pane", "Final")
                                                                      : C_ ("pane", "Verified"));
  gtk_label_set_label (self->verified_label, verified);
  gtk_label_set_label (self->accept_label, offer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accept_button), GTK_ACCESSIBLE_PROPERTY_LABEL, offer,
                                  -1);
}

static void
show_head (BvScorePane *self, const BvScoreModel *model, guint row, const BvScoreCell *cell)
{
  g_autofree char *total = bv_wording_points (bv_score_model_get_score (model, row)->total);
  g_autofree char *leaf = g_strdup_printf ("%s · %s", cell->leaf->code, cell->leaf->title);

  gtk_label_set_label (self->name_label, self->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), self->name);
  gtk_label_set_label (self->total_label, total);
  gtk_label_set_label (self->leaf_label, leaf);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->leaf_label), cell->leaf->title);
}

static void
take_cell (BvScorePane *self, const BvEntrant *entrant, const BvCriterion *leaf)
{
  gboolean is_same = self->nominee == entrant->id && self->criterion == leaf->record.id;

  self->wanted = leaf->evidence;
  g_free (self->name);
  self->name = g_strdup (entrant->name);
  g_free (self->code);
  self->code = g_strdup (leaf->code);
  if (is_same)
    return;
  self->had_focus |= bv_document_list_has_focus (self->list);
  self->nominee = entrant->id;
  self->criterion = leaf->record.id;
  self->n_before = G_MAXUINT;
  bv_score_pane_close_popovers (self);
  take_papers (self, NULL);
  load_later (self);
}

/**
 * bv_score_pane_show:
 * @pane: a pane with a session
 * @model: a sheet
 * @row: a row of it
 * @column: a column of it; where there is no such cell nothing is shown
 * @single: whether that cell alone is selected
 *
 * Shows the cell, as the sheet has it.
 */
void
bv_score_pane_show (BvScorePane *pane, const BvScoreModel *model, guint row, guint column, gboolean single)
{
  BvScoreCell cell;

  if (!bv_score_model_get_cell (model, row, column, &cell))
    {
      show_nothing (pane);
      return;
    }
  take_cell (pane, bv_score_model_get_entrant (model, row), cell.leaf);
  show_head (pane, model, row, &cell);
  show_numbers (pane, &cell, single);
  gtk_widget_set_visible (pane->head, TRUE);
  gtk_widget_set_visible (pane->papers, TRUE);
}

static void
bv_score_pane_map (GtkWidget *widget)
{
  BvScorePane *self = BV_SCORE_PANE (widget);

  GTK_WIDGET_CLASS (bv_score_pane_parent_class)->map (widget);
  if (self->is_stale)
    load_later (self);
}

static void
bv_score_pane_unmap (GtkWidget *widget)
{
  BvScorePane *self = BV_SCORE_PANE (widget);

  g_clear_handle_id (&self->source, g_source_remove);
  GTK_WIDGET_CLASS (bv_score_pane_parent_class)->unmap (widget);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *rows, gpointer data)
{
  g_signal_emit_by_name (widget, "stepped", g_variant_get_int32 (rows));
  return TRUE;
}

static void
unparent (GtkWidget **popover)
{
  g_clear_pointer (popover, gtk_widget_unparent);
}

/* It stands at somebody else's, who may have gone first. */
static void
forget_history (BvScorePane *self)
{
  GtkWidget *history = self->history;

  g_clear_weak_pointer (&self->history);
  if (history != NULL)
    gtk_widget_unparent (history);
}

static void
bv_score_pane_dispose (GObject *object)
{
  BvScorePane *self = BV_SCORE_PANE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->list != NULL)
    bv_document_list_show (self->list, NULL);
  unparent (&self->menu);
  unparent (&self->linking);
  unparent (&self->users);
  forget_history (self);
  unparent ((GtkWidget **) &self->particulars);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_SCORE_PANE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_score_pane_parent_class)->dispose (object);
}

static void
bv_score_pane_finalize (GObject *object)
{
  BvScorePane *self = BV_SCORE_PANE (object);

  bv_score_papers_free (self->known);
  g_free (self->code);
  g_free (self->name);
  G_OBJECT_CLASS (bv_score_pane_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/pane/score-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, head);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, name_label);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, total_label);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, leaf_label);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, max_label);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, self_label);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, verified_title);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, verified_label);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, note_label);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, accept_button);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, accept_label);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, accept_key);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, return_key);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, papers);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, list);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, twin_line);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, add_button);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, link_button);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, paper);
  gtk_widget_class_bind_template_child (widget_class, BvScorePane, paper_view);
}

static void
bv_score_pane_class_init (BvScorePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_score_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_score_pane_finalize;
  widget_class->map = bv_score_pane_map;
  widget_class->unmap = bv_score_pane_unmap;
  g_type_ensure (BV_TYPE_PAPER_VIEW);
  g_type_ensure (BV_TYPE_DOCUMENT_LIST);
  g_type_ensure (BV_TYPE_TWIN_LINE);
  g_signal_new ("stepped", BV_TYPE_SCORE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_INT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, step_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, step_cb, "i", -1);
  bind_template (widget_class);
  bv_score_pane_install_documents (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, BV_TYPE_DETAILS_LAYOUT);
}

static void
bv_score_pane_init (BvScorePane *self)
{
  self->n_before = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_score_pane_listen_to_documents (self);
}

/**
 * bv_score_pane_set_session:
 * @pane: a pane
 * @session: the session that it shows cells of, once and for all
 */
void
bv_score_pane_set_session (BvScorePane *pane, BvSession *session)
{
  static const char *const tables[]
    = { "achievement_report", "assessment", "award",         "criterion", "distinct",
        "distinct_nominee",   "evidence",   "evidence_link", "nominee",   NULL };
  static const BvPageFeedFuncs funcs = { tables, refresh_cb, ranked_cb };

  pane->session = g_object_ref (session);
  bv_twin_line_set_session (pane->twin_line, session);
  bv_page_feed_start (GTK_WIDGET (pane), session, funcs);
  g_signal_connect_object (session, "writable-changed", G_CALLBACK (writable_changed_cb), pane,
                           G_CONNECT_SWAPPED);
  writable_changed_cb (pane);
}

/**
 * bv_score_pane_set_compact:
 * @pane: a pane
 * @compact: whether there is little room: then the keys stand in the tooltips alone
 */
void
bv_score_pane_set_compact (BvScorePane *pane, gboolean compact)
{
  gtk_widget_set_visible (pane->accept_key, !compact);
  gtk_widget_set_visible (pane->return_key, !compact);
}

/**
 * bv_score_pane_is_busy:
 * @pane: a pane
 *
 * Returns: whether it is about to read something
 */
gboolean
bv_score_pane_is_busy (BvScorePane *pane)
{
  return pane->source != 0 || bv_twin_line_is_busy (pane->twin_line)
         || (pane->history != NULL && bv_score_history_is_busy (BV_SCORE_HISTORY (pane->history)));
}

/**
 * bv_score_pane_focus_document:
 * @pane: a pane
 *
 * Returns: whether the focus is at its documents now, where it has some
 */
gboolean
bv_score_pane_focus_document (BvScorePane *pane)
{
  return bv_document_list_focus (pane->list) || gtk_widget_child_focus (pane->papers, GTK_DIR_TAB_FORWARD);
}

/**
 * bv_score_pane_show_history:
 * @pane: a pane
 * @beside: where the popover stands, always the same
 * @place: a place of @beside
 *
 * Shows who changed the score of the cell, when, from what to what.
 */
void
bv_score_pane_show_history (BvScorePane *pane, GtkWidget *beside, const GdkRectangle *place)
{
  const BvScorePlace cell = { pane->nominee, pane->code };

  if (pane->nominee == 0)
    return;
  if (pane->history == NULL)
    g_set_weak_pointer (&pane->history, bv_score_history_new (pane->session, beside));
  gtk_popover_set_pointing_to (GTK_POPOVER (pane->history), place);
  bv_score_history_show (BV_SCORE_HISTORY (pane->history), &cell, pane->name);
}

/**
 * bv_score_pane_get_documents:
 * @pane: a pane
 *
 * Returns: (transfer none): the list of its documents
 */
BvDocumentList *
bv_score_pane_get_documents (BvScorePane *pane)
{
  return pane->list;
}
