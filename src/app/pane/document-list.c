/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pane/document-list.h"

#include "app/page/context.h"
#include "core/text/date.h"
#include "core/text/text.h"

#include <glib/gi18n-lib.h>

/* More of them scroll. */
#define MOST_ROWS 4
#define MOST_HEIGHT 112

/**
 * BvDocumentList:
 *
 * The documents that prove a score, one chosen. `chosen` says that the user chose another; `opened` that it
 * is to be opened; `users` asks, at a button, of whom else a document proves something; `menu` wants the menu
 * of the chosen one, at a place of the list.
 */
struct _BvDocumentList
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkListBox *box;
  const GPtrArray *papers; /* not owned; NULL: none */
  gint64 chosen;           /* the row of a document; 0: none */
};

G_DEFINE_FINAL_TYPE (BvDocumentList, bv_document_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  OPENED,
  USERS,
  MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const BvScorePaper *
find_paper (BvDocumentList *self, GtkListBoxRow *row)
{
  int place = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (self->papers == NULL || place < 0 || (guint) place >= self->papers->len)
    return NULL;
  return g_ptr_array_index (self->papers, (guint) place);
}

static void
selected_cb (BvDocumentList *self, GtkListBoxRow *row)
{
  const BvScorePaper *paper = find_paper (self, row);

  if (paper == NULL || paper->evidence->record.id == self->chosen)
    return;
  self->chosen = paper->evidence->record.id;
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
activated_cb (BvDocumentList *self, GtkListBoxRow *row)
{
  selected_cb (self, row);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
users_cb (BvDocumentList *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  gtk_list_box_select_row (self->box, GTK_LIST_BOX_ROW (row));
  g_signal_emit (self, signals[USERS], 0, button);
}

static void
pressed_cb (BvDocumentList *self, int n_press, double x, double y, GtkGesture *press)
{
  double in_x, in_y;
  GtkListBoxRow *row;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->box), x, y, &in_x, &in_y);
  row = gtk_list_box_get_row_at_y (self->box, (int) in_y);
  if (row == NULL)
    return;
  gtk_gesture_set_state (press, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_list_box_select_row (self->box, row);
  g_signal_emit (self, signals[MENU], 0, (int) x, (int) y);
}

static gboolean
menu_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  BvDocumentList *self = BV_DOCUMENT_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    return FALSE;
  g_signal_emit (self, signals[MENU], 0, (int) bounds.origin.x, (int) (bounds.origin.y + bounds.size.height));
  return TRUE;
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
create_sign (const BvEvidence *evidence)
{
  static const char *const icons[]
    = { "media-record-symbolic", "object-select-symbolic", "window-close-symbolic" };
  GtkWidget *sign = gtk_image_new_from_icon_name (icons[MAX (evidence->state, 0)]);

  gtk_image_set_pixel_size (GTK_IMAGE (sign), evidence->state == BV_EVIDENCE_PENDING ? 8 : 12);
  gtk_widget_add_css_class (sign, "paper-sign");
  gtk_widget_add_css_class (sign, bv_evidence_states[MAX (evidence->state, 0)].name);
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (sign, _ (bv_evidence_states[MAX (evidence->state, 0)].title));
  return sign;
}

/* A document of one nominee alone says nothing there. */
static GtkWidget *
create_users (BvDocumentList *self, const BvScorePaper *paper)
{
  g_autofree char *text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u nominee", "%u nominees", paper->n_nominees), paper->n_nominees);
  /* Translators: a document; who uses it is asked. */
  g_autofree char *name = g_strdup_printf (_ ("Who uses %s"), bv_evidence_name (paper->evidence));
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-action");
  gtk_widget_set_tooltip_text (button, _ ("Whose scores the document proves"));
  bv_context_name (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (users_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
name_row (GtkWidget *row, const BvEvidence *evidence)
{
  g_autofree char *reference = bv_evidence_write_reference (evidence);
  g_autofree char *name
    = g_strdup_printf ("%s, %s", !bv_text_is_blank (reference) ? reference : bv_evidence_name (evidence),
                       _ (bv_evidence_states[MAX (evidence->state, 0)].title));

  bv_context_name (row, name);
  gtk_widget_set_tooltip_text (row, !bv_text_is_blank (evidence->title) ? evidence->title : evidence->file);
}

/* Number, date, issuer; what has no number is named by its title or its file. */
static GtkWidget *
create_row (BvDocumentList *self, const BvScorePaper *paper)
{
  const BvEvidence *evidence = paper->evidence;
  g_autofree char *date = evidence->issued != BV_NONE ? bv_date_to_vietnamese (evidence->issued) : NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = create_label (bv_evidence_name (evidence), "paper-name");
  GtkWidget *issuer = create_label (evidence->issuer, "dim-label");

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_ellipsize (GTK_LABEL (issuer), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (issuer, TRUE);
  gtk_box_append (GTK_BOX (box), create_sign (evidence));
  gtk_box_append (GTK_BOX (box), name);
  if (date != NULL)
    gtk_box_append (GTK_BOX (box), create_label (date, NULL));
  gtk_box_append (GTK_BOX (box), issuer);
  if (paper->n_nominees > 1)
    gtk_box_append (GTK_BOX (box), create_users (self, paper));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  name_row (row, evidence);
  return row;
}

static void
bv_document_list_dispose (GObject *object)
{
  BvDocumentList *self = BV_DOCUMENT_LIST (object);

  self->papers = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (bv_document_list_parent_class)->dispose (object);
}

static void
bv_document_list_class_init (BvDocumentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_document_list_dispose;
  signals[CHOSEN]
    = g_signal_new ("chosen", BV_TYPE_DOCUMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED]
    = g_signal_new ("opened", BV_TYPE_DOCUMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[USERS] = g_signal_new ("users", BV_TYPE_DOCUMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
  signals[MENU] = g_signal_new ("menu", BV_TYPE_DOCUMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "paper.accept", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "paper.accept",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, GDK_CONTROL_MASK, "paper.reject",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "paper.details", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "paper.unlink", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "documentlist");
}

static void
bv_document_list_init (BvDocumentList *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  self->scroller = gtk_scrolled_window_new ();
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->box, FALSE);
  bv_context_name (GTK_WIDGET (self->box), _ ("Documents that prove the score"));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->box));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  g_signal_connect_object (self->box, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->box, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

static guint
find_chosen (BvDocumentList *self)
{
  for (guint i = 0; self->papers != NULL && i < self->papers->len; i++)
    if (((const BvScorePaper *) g_ptr_array_index (self->papers, i))->evidence->record.id == self->chosen)
      return i;
  return 0;
}

/**
 * bv_document_list_show:
 * @list: a list
 * @papers: (nullable) (element-type BvScorePaper): what it shows from now on, until the next call; %NULL:
 *   nothing
 *
 * What was chosen stays chosen where it is among them; else the first is. Nobody is told.
 */
void
bv_document_list_show (BvDocumentList *list, const GPtrArray *papers)
{
  gboolean has_focus = bv_document_list_has_focus (list);
  GtkListBoxRow *row;
  guint chosen;

  list->papers = NULL;
  while ((row = gtk_list_box_get_row_at_index (list->box, 0)) != NULL)
    gtk_list_box_remove (list->box, GTK_WIDGET (row));
  list->papers = papers;
  for (guint i = 0; papers != NULL && i < papers->len; i++)
    gtk_list_box_append (list->box, create_row (list, g_ptr_array_index (papers, i)));
  gtk_widget_set_visible (GTK_WIDGET (list), papers != NULL && papers->len > 0);
  /* What can scroll is never lower than its bar. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (list->scroller), GTK_POLICY_NEVER,
                                  papers != NULL && papers->len > MOST_ROWS ? GTK_POLICY_AUTOMATIC
                                                                            : GTK_POLICY_NEVER);
  chosen = find_chosen (list);
  row = gtk_list_box_get_row_at_index (list->box, (int) chosen);
  list->chosen = row != NULL ? find_paper (list, row)->evidence->record.id : 0;
  gtk_list_box_select_row (list->box, row);
  if (has_focus && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * bv_document_list_get_chosen:
 * @list: a list
 *
 * Returns: (transfer none) (nullable): the chosen document
 */
const BvScorePaper *
bv_document_list_get_chosen (BvDocumentList *list)
{
  return find_paper (list, gtk_list_box_get_selected_row (list->box));
}

/**
 * bv_document_list_choose_last:
 * @list: a list with documents
 *
 * Chooses the last document, as if the user did.
 */
void
bv_document_list_choose_last (BvDocumentList *list)
{
  gtk_list_box_select_row (list->box, gtk_list_box_get_row_at_index (list->box, (int) list->papers->len - 1));
}

/**
 * bv_document_list_focus:
 * @list: a list
 *
 * Returns: whether the chosen document has the focus now
 */
gboolean
bv_document_list_focus (BvDocumentList *list)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list->box);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * bv_document_list_has_focus:
 * @list: a list
 *
 * Returns: whether the focus is in it
 */
gboolean
bv_document_list_has_focus (BvDocumentList *list)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (list));
}
