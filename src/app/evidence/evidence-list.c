/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/evidence/evidence-list.h"

#include "app/form/read-only.h"
#include "app/page/context.h"
#include "core/evidence.h"
#include "core/field-value.h"
#include "store/evidence/evidence-kind.h"
#include "store/lists.h"

#include <glib/gi18n-lib.h>

/**
 * BvEvidenceList:
 *
 * The pieces of evidence that prove one score. `open`, `edit` and `remove` are emitted with the row of the
 * table that is meant.
 */
struct _BvEvidenceList
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BvEvidenceList, bv_evidence_list, GTK_TYPE_WIDGET)

enum
{
  OPEN,
  EDIT,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clicked_cb (GtkWidget *button, gpointer data)
{
  guint signal = GPOINTER_TO_UINT (data);
  guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "row"));
  GtkWidget *list = gtk_widget_get_ancestor (button, BV_TYPE_EVIDENCE_LIST);

  g_signal_emit (list, signals[signal], 0, row);
}

static void
set_up_button (GtkWidget *button, guint signal, guint row, const char *label, const char *context)
{
  g_autofree char *name = bv_context_append (label, context);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  bv_context_name (button, name);
  g_object_set_data (G_OBJECT (button), "row", GUINT_TO_POINTER (row));
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), GUINT_TO_POINTER (signal));
}

/* What an older version took, or what came with a campaign from elsewhere. */
static gboolean
is_opened (BvTable *table, guint row)
{
  return bv_evidence_kind_find_allowed (bv_table_get_text (table, row, BV_EVIDENCE_COLUMN_FILE)) != 0;
}

static char *
write_description (BvTable *table, guint row)
{
  const char *file = bv_table_get_text (table, row, BV_EVIDENCE_COLUMN_FILE);
  gint64 state
    = bv_choice_parse (bv_evidence_states, bv_table_get_text (table, row, BV_EVIDENCE_COLUMN_STATE));
  g_autofree char *size = bv_table_write_cell (table, row, BV_EVIDENCE_COLUMN_BYTES);
  g_autoptr (GString) text = g_string_new (file != bv_evidence_list_get_name (table, row) ? file : NULL);

  if (*size != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", size);
  if (state >= 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", _ (bv_evidence_states[state].title));
  if (!is_opened (table, row))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", _ ("kept, but not opened"));
  return g_strdup (text->str);
}

static GtkWidget *
create_file_button (BvTable *table, guint row, const char *context)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (bv_evidence_list_get_name (table, row));
  g_autofree char *description = write_description (table, row);
  GtkWidget *more = gtk_label_new (description);
  g_autofree char *label = g_strdup_printf (_ ("Open %s"), bv_evidence_list_get_name (table, row));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (more), 0);
  gtk_label_set_ellipsize (GTK_LABEL (more), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (more, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), more);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  set_up_button (button, OPEN, row, label, context);
  bv_read_only_set (button, is_opened (table, row)
                              ? NULL
                              : _ ("It is of no kind that is evidence, and may do harm to who opens it"));
  return button;
}

static GtkWidget *
create_piece (BvTable *table, guint row, const char *context, const char *locked)
{
  g_autofree char *piece = bv_context_append (bv_evidence_list_get_name (table, row), context);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *icon = gtk_image_new_from_icon_name ("mail-attachment-symbolic");
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  set_up_button (edit, EDIT, row, _ ("State and details of this evidence"), piece);
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  set_up_button (remove, REMOVE, row, _ ("Remove this evidence"), piece);
  bv_read_only_set (remove, locked);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), create_file_button (table, row, context));
  gtk_box_append (GTK_BOX (box), edit);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_widget_add_css_class (box, "evidence");
  return box;
}

static void
remove_pieces (BvEvidenceList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
bv_evidence_list_dispose (GObject *object)
{
  remove_pieces (BV_EVIDENCE_LIST (object));
  G_OBJECT_CLASS (bv_evidence_list_parent_class)->dispose (object);
}

static void
bv_evidence_list_class_init (BvEvidenceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_evidence_list_dispose;
  signals[OPEN] = g_signal_new ("open", BV_TYPE_EVIDENCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[EDIT] = g_signal_new ("edit", BV_TYPE_EVIDENCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REMOVE] = g_signal_new ("remove", BV_TYPE_EVIDENCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "evidencelist");
}

static void
bv_evidence_list_init (BvEvidenceList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

/**
 * bv_evidence_list_get_name:
 * @table: from bv_lists_read_evidence()
 * @row: one of its rows
 *
 * Returns: (transfer none): what people name the document by
 */
const char *
bv_evidence_list_get_name (BvTable *table, guint row)
{
  return bv_evidence_choose_name (bv_table_get_text (table, row, BV_EVIDENCE_COLUMN_NUMBER),
                                  bv_table_get_text (table, row, BV_EVIDENCE_COLUMN_TITLE),
                                  bv_table_get_text (table, row, BV_EVIDENCE_COLUMN_FILE));
}

/**
 * bv_evidence_list_set_table:
 * @list: a list
 * @table: from bv_lists_read_evidence()
 * @criterion: the row of the criterion whose evidence is shown
 * @code: its number, which screen readers say with each piece
 * @locked: (nullable): why none can be removed; %NULL: they can be
 */
void
bv_evidence_list_set_table (BvEvidenceList *list,
                            BvTable *table,
                            gint64 criterion,
                            const char *code,
                            const char *locked)
{
  g_autofree char *context = g_strdup_printf (_ ("criterion %s"), code);

  remove_pieces (list);
  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    if (bv_table_get_group (table, i) == criterion)
      gtk_widget_set_parent (create_piece (table, i, context, locked), GTK_WIDGET (list));
}
